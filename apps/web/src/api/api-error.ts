import type { FetchBaseQueryError } from '@reduxjs/toolkit/query';
import type { ErrorCode, ErrorDetail } from '@tidemark/contracts/errors';

/** Why a request gave nothing, in words for a reader. */
export interface ApiError {
  /** The HTTP status, when there was one. */
  status: number | null;
  /** The server's code, when it gave one. */
  code: ErrorCode | null;
  message: string;
  /** Fields that were refused, and why; `field` is a path such as `body.email`. */
  details: readonly ErrorDetail[];
  /** How long the server asks to wait, ms; null when it does not say. */
  retryAfterMs: number | null;
}

function faultOf(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || !('error' in body)) return {};
  const { error } = body;
  return typeof error === 'object' && error !== null ? { ...error } : {};
}

function isDetail(value: unknown): value is ErrorDetail {
  if (typeof value !== 'object' || value === null) return false;
  if (!('field' in value) || !('reason' in value)) return false;
  return typeof value.field === 'string' && typeof value.reason === 'string';
}

function withoutAnswer(message: string): ApiError {
  return { status: null, code: null, message, details: [], retryAfterMs: null };
}

/** `Retry-After` in ms; only its form in seconds is read. Null for anything else. */
export function retryAfterOf(headers: Headers | undefined): number | null {
  const text = headers?.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null;
}

/** What the error envelope of an answer says; whatever it is, it reads as a sentence. */
export function refusalOf(status: number, body: unknown, headers?: Headers): ApiError {
  const { code, message, details } = faultOf(body);
  return {
    status,
    code: typeof code === 'string' ? (code as ErrorCode) : null,
    message: typeof message === 'string' ? message : `The server answered ${status}.`,
    details: Array.isArray(details) ? details.filter(isDetail) : [],
    retryAfterMs: retryAfterOf(headers),
  };
}

export const UNREADABLE = withoutAnswer('The answer could not be read.');
export const OUT_OF_REACH = withoutAnswer('The server is out of reach.');
const TOO_LATE = withoutAnswer('The server took too long to answer.');

/** Turns a failure of the fetch into words. */
export function toApiError(error: FetchBaseQueryError, headers?: Headers): ApiError {
  if (error.status === 'FETCH_ERROR') return OUT_OF_REACH;
  if (error.status === 'TIMEOUT_ERROR') return TOO_LATE;
  if (typeof error.status === 'number') return refusalOf(error.status, error.data, headers);
  return UNREADABLE;
}
