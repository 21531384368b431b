import {
  fetchBaseQuery,
  type BaseQueryFn,
  type FetchArgs,
  type FetchBaseQueryError,
} from '@reduxjs/toolkit/query';
import { apiUrl } from './api.config.ts';

/** Why a request gave nothing, in words for a reader. `status`: the HTTP status, when there was one. */
export interface ApiError {
  status: number | null;
  message: string;
}

const TIMEOUT_MS = 15_000;

const rawQuery = fetchBaseQuery({ baseUrl: apiUrl('/api/market/'), timeout: TIMEOUT_MS });

function messageOfEnvelope(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('message' in error)) return null;
  return typeof error.message === 'string' ? error.message : null;
}

/** Turns a failure of the fetch into words. */
export function toApiError(error: FetchBaseQueryError): ApiError {
  if (error.status === 'FETCH_ERROR')
    return { status: null, message: 'The server is out of reach.' };
  if (error.status === 'TIMEOUT_ERROR')
    return { status: null, message: 'The server took too long to answer.' };
  if (typeof error.status === 'number') {
    const message = messageOfEnvelope(error.data) ?? `The server answered ${error.status}.`;
    return { status: error.status, message };
  }
  return { status: null, message: 'The answer could not be read.' };
}

/** A base query that opens the `{ success, data, meta }` envelope. */
export const envelopeQuery: BaseQueryFn<string | FetchArgs, unknown, ApiError> = async (
  args,
  api,
  extra,
) => {
  const { data, error } = await rawQuery(args, api, extra);
  if (error !== undefined) return { error: toApiError(error) };
  if (typeof data === 'object' && data !== null && 'success' in data && 'data' in data) {
    return { data: data.data };
  }
  return { error: { status: null, message: 'The answer could not be read.' } };
};
