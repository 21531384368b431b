import { TidemarkError, type ErrorDetail } from '@tidemark/contracts/errors';

export function refusedFields(details: readonly ErrorDetail[]): TidemarkError {
  const message = details.map(({ field, reason }) => `${field} ${reason}`).join('; ');
  return new TidemarkError('INVALID_REQUEST', message, details);
}
