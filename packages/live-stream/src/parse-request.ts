import {
  STREAM_REQUESTS,
  type StreamRequest,
  type StreamRequestType,
} from '@tidemark/contracts/stream';
import { Compile } from 'typebox/compile';
import type { RawData } from 'ws';
import type { Refused } from './refused.ts';

const TYPES = Object.keys(STREAM_REQUESTS) as StreamRequestType[];
const requests = {
  subscribe: Compile(STREAM_REQUESTS.subscribe),
  unsubscribe: Compile(STREAM_REQUESTS.unsubscribe),
  ping: Compile(STREAM_REQUESTS.ping),
};

/** Reads a message of a client; or says what of it does not fit. */
export function parseRequest(data: RawData, isBinary: boolean): StreamRequest | Refused {
  const value = isBinary ? undefined : parseJson(data);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { field: 'message', reason: 'must be a JSON object in a text frame' };
  }
  const type = TYPES.find((name) => 'type' in value && name === value.type);
  if (!type) return { field: 'type', reason: `must be one of ${TYPES.join(', ')}` };
  const request = requests[type];
  if (request.Check(value)) return value;
  const [error] = request.Errors(value);
  const field = error?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  return { field: field === '' ? 'message' : field, reason: error?.message ?? 'does not fit' };
}

function parseJson(data: RawData): unknown {
  try {
    return JSON.parse((data as Buffer).toString('utf8'));
  } catch {
    return undefined;
  }
}
