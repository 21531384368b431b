import { TidemarkError } from '@tidemark/contracts/errors';
import Type from 'typebox';
import type { TSchema, Static } from 'typebox';
import { Check } from 'typebox/value';

/** How many items a page has where nobody says. */
export const DEFAULT_PAGE = 50;
const MAX_PAGE = 100;

/** Where a page ends, for the request for the next one. Opaque: clients pass it back as it is. */
function cursorOf(place: unknown): string {
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

export interface Page<T> {
  items: T[];
  /** Null: this was the last one. */
  next: string | null;
}

/** A page of `limit` items out of rows of which one more was read, if there was one. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  placeOf: (row: R) => unknown,
  viewOf: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(viewOf), next: more ? cursorOf(placeOf(last)) : null };
}

/** Which page of a list. @param what is listed, such as `entries` @param most on a page */
export function pageQuery(what: string, most = MAX_PAGE) {
  return Type.Object({
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: most,
        default: DEFAULT_PAGE,
        description: `most ${what}, newest first`,
      }),
    ),
    cursor: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description: '`meta.next_cursor` of the page before; left out: the newest',
      }),
    ),
  });
}
