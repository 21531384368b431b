import type { CSRF_HEADER, SignedIn } from '@tidemark/contracts/session';
import { apiUrl } from '../../api/api.config.ts';
import { OUT_OF_REACH, refusalOf, retryAfterOf, type ApiError } from '../../api/api-error.ts';

export type RefreshAnswer =
  | { kind: 'granted'; signedIn: SignedIn }
  /** The session has ended. */
  | { kind: 'refused' }
  /** Nobody answered, or not now. */
  | { kind: 'unreachable'; retryAfterMs: number | null };

/** The server's part of a browser's session. Nothing here throws. */
export interface SessionServer {
  refresh(csrf: string): Promise<RefreshAnswer>;
  /** Null once the session is over; otherwise why that is not known. */
  logout(csrf: string | null, token: string | null): Promise<ApiError | null>;
}

const HEADER: typeof CSRF_HEADER = 'x-csrf-token';
/**
 * A refresh that is given up on this side may have been done on the other. For half a minute the server gives the same
 * answer again, so it is given up early enough to be asked for twice more, ms.
 */
const TIMEOUT_MS = 10_000;

/** `keepalive`: the answer's cookies are kept even when the page is left meanwhile. */
function post(path: string, headers: Record<string, string>): Promise<Response> {
  return fetch(apiUrl(path), {
    method: 'POST',
    headers,
    keepalive: true,
    credentials: 'include',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}

async function refresh(csrf: string): Promise<RefreshAnswer> {
  try {
    const answer = await post('/api/users/refresh', { [HEADER]: csrf });
    if (isRefusal(answer.status)) return { kind: 'refused' };
    if (!answer.ok) return { kind: 'unreachable', retryAfterMs: retryAfterOf(answer.headers) };
    const { data } = (await answer.json()) as { data: SignedIn };
    return { kind: 'granted', signedIn: data };
  } catch {
    return { kind: 'unreachable', retryAfterMs: null };
  }
}

/** The cookie says which session, else the token: a token that has ended would be refused beside a cookie that holds. */
function proofOf(csrf: string | null, token: string | null): Record<string, string> {
  if (csrf !== null) return { [HEADER]: csrf };
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

async function logout(csrf: string | null, token: string | null): Promise<ApiError | null> {
  try {
    const answer = await post('/api/users/logout', proofOf(csrf, token));
    if (answer.ok || answer.status === 401) return null;
    return refusalOf(answer.status, await answer.json().catch(() => null), answer.headers);
  } catch {
    return OUT_OF_REACH;
  }
}

export const sessionServer: SessionServer = { refresh, logout };
