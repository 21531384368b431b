import type { IncomingHttpHeaders } from 'node:http';

/** What a client keeps to ask by. */
export interface Validators {
  etag: string;
  'last-modified': string;
}

/** Whether a conditional request is to be answered 304: the tag decides where one is given, else the date (RFC 9110, 13.2.2). */
export function isUnchanged(
  { 'if-none-match': tags, 'if-modified-since': since }: IncomingHttpHeaders,
  { etag, 'last-modified': modified }: Validators,
): boolean {
  if (tags !== undefined) {
    const given = tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return given.includes(etag) || given.includes('*');
  }
  return since !== undefined && Date.parse(since) >= Date.parse(modified);
}
