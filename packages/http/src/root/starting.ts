import { TidemarkError } from '@tidemark/contracts/errors';

/** What there is to say to strangers while the process starts; `/readyz` names what is waited for. ADR 0021. */
export function starting(): TidemarkError {
  return new TidemarkError('NOT_READY', 'Tidemark is starting; try again in a moment.');
}
