export type RequestId = number | string | null;

export interface StreamRequest {
  method: 'SUBSCRIBE' | 'UNSUBSCRIBE' | 'LIST_SUBSCRIPTIONS' | 'SET_PROPERTY' | 'GET_PROPERTY';
  params: unknown[];
  id: RequestId;
}

/** The venue's answer to a request that it cannot read. */
export interface RequestError {
  error: { code: number; msg: string };
  id?: RequestId;
}

const METHODS = ['SUBSCRIBE', 'UNSUBSCRIBE', 'LIST_SUBSCRIPTIONS', 'SET_PROPERTY', 'GET_PROPERTY'];

/** Reads a client's frame. Codes 0 to 3 as documented for live subscribing. */
export function parseRequest(text: string): StreamRequest | RequestError {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { error: { code: 3, msg: 'Invalid JSON: expected value at line 1 column 1' } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return invalid('request must be an object');
  }
  const { method, params = [], id = null } = value as Record<string, unknown>;
  if (!isId(id)) return invalid('request ID must be an unsigned integer');
  if (method === undefined) return invalid('missing field `method`', id);
  if (typeof method !== 'string') return invalid('method name must be a string', id);
  if (!METHODS.includes(method)) {
    const expected = METHODS.map((name) => `\`${name}\``).join(', ');
    return invalid(`unknown variant \`${method}\`, expected one of ${expected}`, id);
  }
  if (!Array.isArray(params)) return invalid('params must be an array', id);
  return { method: method as StreamRequest['method'], params, id };
}

/** The answer to what is well-formed JSON and not a request. */
export function invalid(reason: string, id: RequestId = null): RequestError {
  return { error: { code: 2, msg: `Invalid request: ${reason}` }, id };
}

function isId(id: unknown): id is RequestId {
  if (id === null) return true;
  if (typeof id === 'string') return id.length <= 36;
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0;
}
