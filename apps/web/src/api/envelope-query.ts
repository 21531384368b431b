import { fetchBaseQuery, type BaseQueryFn, type FetchArgs } from '@reduxjs/toolkit/query';
import { toApiError, UNREADABLE, type ApiError } from './api-error.ts';
import { apiUrl } from './api.config.ts';

export type EnvelopeQuery = BaseQueryFn<string | FetchArgs, unknown, ApiError>;

const TIMEOUT_MS = 15_000;

/**
 * A base query that opens the `{ success, data, meta }` envelope.
 * @param folder what its paths are below, such as `/api/market/`
 */
export function createEnvelopeQuery(
  folder: string,
  { credentials, timeoutMs = TIMEOUT_MS }: QueryManner = {},
): EnvelopeQuery {
  const rawQuery = fetchBaseQuery({
    baseUrl: apiUrl(folder),
    timeout: timeoutMs,
    ...(credentials !== undefined && { credentials }),
  });
  return async (args, api, extra) => {
    const { data, error, meta } = await rawQuery(args, api, extra);
    if (error !== undefined) return { error: toApiError(error, meta?.response?.headers) };
    if (typeof data === 'object' && data !== null && 'success' in data && 'data' in data) {
      return { data: data.data };
    }
    return { error: UNREADABLE };
  };
}

interface QueryManner {
  credentials?: RequestCredentials;
  timeoutMs?: number;
}
