import { randomUUID } from 'node:crypto';

const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** A fresh id for one request. */
export function newRequestId(): string {
  return randomUUID();
}

/**
 * The id of a request: the incoming `x-request-id` where it is 8 to 64 letters, digits, dots, dashes or underscores, so that a
 * caller can follow its request through our logs, else a fresh one. Nothing else reaches a log or a header.
 */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && WELL_FORMED.test(header) ? header : newRequestId();
}
