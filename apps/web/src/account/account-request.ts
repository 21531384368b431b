import type { FetchArgs } from '@reduxjs/toolkit/query';

export const post = (url: string, body?: unknown): FetchArgs => ({ url, method: 'POST', body });
export const put = (url: string, body: unknown): FetchArgs => ({ url, method: 'PUT', body });
export const remove = (url: string, body?: unknown): FetchArgs => ({ url, method: 'DELETE', body });

/** The same request as whoever has the token. */
export function withToken(args: string | FetchArgs, token: string): FetchArgs {
  const asked = typeof args === 'string' ? { url: args } : args;
  return { ...asked, headers: { authorization: `Bearer ${token}` } };
}
