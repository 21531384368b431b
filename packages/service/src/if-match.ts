import { TidemarkError } from '@tidemark/contracts/errors';
import { sql } from 'kysely';

/** Versions that a change is meant for; null: any. */
export type Wanted = readonly number[] | null;

/** A list of entity tags (RFC 9110, 13.1.1), or `*`. */
const TAG = '(W/)?"[\\x21\\x23-\\x7e]*"';
export const TAGS = `^(\\*|${TAG}( *, *${TAG})*)$`;
/** A strong one of ours; a version is an int4 of the database. */
const OURS = /^"(\d{1,9})"$/;

/** The strong tag of a version. */
export function etagOf({ version }: { version: number }): string {
  return `"${version}"`;
}

/** The versions in an `If-Match` of the form of `TAGS`; a weak tag, and one that was never given out, stands for none. */
export function wantedVersions(header: string): Wanted {
  if (header === '*') return null;
  return header.split(',').flatMap((tag) => OURS.exec(tag.trim())?.slice(1).map(Number) ?? []);
}

/** In a WHERE: whether the row has one of the versions. `column`: where it has them. */
export function hasVersion(wanted: Wanted, column = 'version') {
  if (wanted === null) return sql<boolean>`true`;
  if (wanted.length === 0) return sql<boolean>`false`;
  return sql<boolean>`${sql.ref(column)} in (${sql.join(wanted)})`;
}

/** Whether a row, which is held, has one of the versions. */
export function isWanted(wanted: Wanted, { version }: { version: number }): boolean {
  return wanted?.includes(version) ?? true;
}

export function changedMeanwhile(): TidemarkError {
  return new TidemarkError(
    'PRECONDITION_FAILED',
    'It was changed meanwhile; read it again and send the change with its new ETag.',
  );
}
