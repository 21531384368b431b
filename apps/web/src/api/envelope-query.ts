import { fetchBaseQuery, type BaseQueryFn, type FetchArgs } from '@reduxjs/toolkit/query';
import type { Meta } from '@tidemark/contracts/envelope';
import { toApiError, UNREADABLE, type ApiError } from './api-error.ts';
import { apiUrl } from './api.config.ts';

/** What an answer says beside its payload. */
export type EnvelopeMeta = Pick<Meta, 'next_cursor'> & {
  /** Version of what was read. */
  etag?: string;
};

export type EnvelopeQuery = BaseQueryFn<
  string | FetchArgs,
  unknown,
  ApiError,
  object,
  EnvelopeMeta
>;

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
      return { data: data.data, meta: metaOf(data, meta?.response?.headers.get('etag')) };
    }
    return { error: UNREADABLE };
  };
}

function metaOf(envelope: object, tag: string | null | undefined): EnvelopeMeta {
  const etag = typeof tag === 'string' ? { etag: tag } : {};
  const meta = 'meta' in envelope ? envelope.meta : null;
  if (typeof meta !== 'object' || meta === null || !('next_cursor' in meta)) return etag;
  return {
    ...etag,
    ...(typeof meta.next_cursor === 'string' && { next_cursor: meta.next_cursor }),
  };
}

/** A page of a list, and what asks for the next one; null: it was the last. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Makes a page of an answer; for `transformResponse`. */
export function pageOf<T>(items: T[], meta: EnvelopeMeta | undefined): Page<T> {
  return { items, next: meta?.next_cursor ?? null };
}

interface QueryManner {
  credentials?: RequestCredentials;
  timeoutMs?: number;
}
