import type { StreamError } from '@tidemark/contracts/stream';

/** What of a request was refused, and why. */
export interface Refused {
  field: string;
  reason: string;
}

/** A refusal as the `data` of an `error` message. */
export function refusalOf(refused: Refused): StreamError {
  const { field, reason } = refused;
  return {
    code: 'INVALID_REQUEST',
    message: `${field}: ${reason}`,
    details: [{ field, reason }],
  };
}

/** Names as the client wrote them, some of them and none at any length. */
export function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => JSON.stringify(name.slice(0, 60)));
  return shown.join(', ') + (names.length > 5 ? ', …' : '');
}
