import type { IncomingMessage } from 'node:http';
import { API_KEY_PREFIX } from '@tidemark/contracts/api-key';
import { isApiKey } from '@tidemark/service/api-key-form';
import { invalidCredential } from './guesses.ts';

/** What a request shows in `Authorization`. */
export type Shown = { kind: 'access_token' | 'api_key'; value: string };

const BEARER = /^bearer +([!-~]+)$/i;
const NAME = 'authorization';
/** Longer is none of ours: an access token has about 400 characters. */
const MAX_TOKEN = 2048;

/**
 * Reads the header `Authorization: Bearer …`; null where there is none.
 * @throws TidemarkError UNAUTHORIZED for another scheme, a token that cannot be one of ours, and several headers
 */
export function shownBy(request: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): Shown | null {
  const { authorization } = request.headers;
  if (authorization === undefined) return null;
  const value = BEARER.exec(authorization)?.[1];
  if (value === undefined || cameTwice(request.rawHeaders)) throw invalidCredential();
  const kind = value.startsWith(API_KEY_PREFIX) ? 'api_key' : 'access_token';
  const mayBe = kind === 'api_key' ? isApiKey(value) : value.length <= MAX_TOKEN;
  if (!mayBe) throw invalidCredential();
  return { kind, value };
}

/** Node keeps the first of several and says nothing of the others, which somebody else may go by. */
function cameTwice(rawHeaders: readonly string[]): boolean {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? '';
    if (name.length === NAME.length && name.toLowerCase() === NAME) count += 1;
  }
  return count > 1;
}
