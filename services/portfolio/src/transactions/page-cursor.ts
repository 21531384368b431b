import { TidemarkError } from '@tidemark/contracts/errors';
import type { Static, TSchema } from 'typebox';
import { Check } from 'typebox/value';

/** Where a page ends, for the request for the next one. Opaque: clients pass it back as it is. */
export function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws TidemarkError INVALID_REQUEST where it is none that this list gave out */
export function readCursor<S extends TSchema>(cursor: string, schema: S): Static<S> {
  const place = parsed(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (Check(schema, place)) return place;
  throw new TidemarkError('INVALID_REQUEST', 'query.cursor is none of this list', [
    { field: 'query.cursor', reason: 'is none of this list; leave it out to begin anew' },
  ]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
