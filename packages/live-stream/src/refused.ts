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

/** Which parameter of a URL is not known or is there twice; null: none. */
export function unknownParameter(
  query: URLSearchParams,
  parameters: readonly string[],
): Refused | null {
  for (const name of query.keys()) {
    if (!parameters.includes(name)) {
      const known = parameters.length > 0 ? `there are ${parameters.join(', ')}` : 'there are none';
      return { field: name.slice(0, 60), reason: `no parameter ${quoted([name])} here; ${known}` };
    }
    if (query.getAll(name).length > 1) {
      const how = name === 'coins' ? ': put commas between coins' : '';
      return { field: name, reason: `is given more than once${how}` };
    }
  }
  return null;
}
