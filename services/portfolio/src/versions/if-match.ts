import { TidemarkError } from '@tidemark/contracts/errors';
import { sql } from 'kysely';

/** Versions that a change is meant for; null: any. */
export type Wanted = readonly number[] | null;

const TAG = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;
/** A version is an int4 of the database. */
const OURS = /^"(\d{1,9})"$/;

/** The strong tag of a version. */
export function etagOf({ version }: { version: number }): string {
  return `"${version}"`;
}

/**
 * The versions in `If-Match` (RFC 9110, 13.1.1); a weak tag, and one that was never given out, stands for none.
 * @throws TidemarkError INVALID_REQUEST where it is no list of tags
 */
export function wantedVersions(header: string): Wanted {
  if (header.trim() === '*') return null;
  const tags = header.split(',').map((tag) => tag.trim());
  if (!tags.every((tag) => TAG.test(tag))) {
    const reason = 'must be the `ETag` of what is changed, with its quotes';
    throw new TidemarkError('INVALID_REQUEST', `headers.if-match ${reason}`, [
      { field: 'headers.if-match', reason },
    ]);
  }
  return tags.flatMap((tag) => OURS.exec(tag)?.slice(1).map(Number) ?? []);
}

/** In a WHERE: whether the row has one of the versions. */
export function hasVersion(wanted: Wanted) {
  if (wanted === null) return sql<boolean>`true`;
  return wanted.length === 0 ? sql<boolean>`false` : sql<boolean>`version in (${sql.join(wanted)})`;
}

export function changedMeanwhile(): TidemarkError {
  return new TidemarkError(
    'PRECONDITION_FAILED',
    'It was changed meanwhile; read it again and send the change with its new ETag.',
  );
}
