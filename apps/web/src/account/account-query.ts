import type { BaseQueryFn, FetchArgs } from '@reduxjs/toolkit/query';
import type { SignedIn } from '@tidemark/contracts/session';
import type { ApiError } from '../api/api-error.ts';
import {
  createEnvelopeQuery,
  type EnvelopeMeta,
  type EnvelopeQuery,
} from '../api/envelope-query.ts';
import type { SessionKeeper } from './session/session-keeper.ts';

/** What a request needs: `session` (the default) a token; `none` nothing; `opens` is what a sign-in gives. */
export interface AccountNeeds {
  needs?: 'session' | 'none' | 'opens';
  /** Sent by whoever has just signed in before anybody hears of it; nothing depends on its answer. */
  follow?: () => FetchArgs;
}

/** Endpoints that say nothing of their needs have none of their own. */
type AccountQuery = BaseQueryFn<
  string | FetchArgs,
  unknown,
  ApiError,
  AccountNeeds | undefined,
  EnvelopeMeta
>;

const SIGN_IN_FIRST: ApiError = {
  status: 401,
  code: 'UNAUTHORIZED',
  message: 'Sign in to see this.',
  details: [],
  retryAfterMs: null,
};

/** After wrong passwords the server takes its time. */
const TIMEOUT_MS = 40_000;

/** A token that was refused, as against a password in the body: then the details name the field. */
function isTokenRefused(error: ApiError | undefined): boolean {
  return error?.code === 'UNAUTHORIZED' && error.details.length === 0;
}

/**
 * A base query for the account's routes: with the session's token, and once more with a new one where it was refused.
 * @param session the tab's keeper, asked for with the first request
 */
export function createAccountQuery(
  session: () => Pick<SessionKeeper, 'accessToken' | 'tokenInsteadOf' | 'open'>,
  query: EnvelopeQuery = createEnvelopeQuery('/api/users/', {
    credentials: 'include',
    timeoutMs: TIMEOUT_MS,
  }),
): AccountQuery {
  return async (args, api, extra) => {
    const { needs = 'session', follow } = extra ?? {};
    const ask = async (what: string | FetchArgs) => query(what, api, {});
    if (needs === 'none') return ask(args);
    if (needs === 'opens') {
      return session().open(async () => {
        const answer = await ask(args);
        if (follow === undefined || answer.data === undefined) return answer;
        await ask(withToken(follow(), (answer.data as SignedIn).access_token));
        return answer;
      });
    }
    const token = await session().accessToken();
    if (token === null) return { error: SIGN_IN_FIRST };
    const answer = await ask(withToken(args, token));
    if (!isTokenRefused(answer.error)) return answer;
    const other = await session().tokenInsteadOf(token);
    return other === null ? answer : ask(withToken(args, other));
  };
}

export const post = (url: string, body?: unknown): FetchArgs => ({ url, method: 'POST', body });
export const put = (url: string, body: unknown): FetchArgs => ({ url, method: 'PUT', body });
export const remove = (url: string, body?: unknown): FetchArgs => ({ url, method: 'DELETE', body });

/** The same request as whoever has the token. */
function withToken(args: string | FetchArgs, token: string): FetchArgs {
  const asked = typeof args === 'string' ? { url: args } : args;
  const headers = asked.headers as Record<string, string> | undefined;
  return { ...asked, headers: { ...headers, authorization: `Bearer ${token}` } };
}
