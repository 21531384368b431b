import { createHash } from 'node:crypto';

const DAY_MS = 86_400_000;

/** What tells a version of an article from another. */
export interface Version {
  /** Of title and summary. */
  hash: string;
  /** Epoch ms. */
  publishedAt: number;
}

/** SHA-256, hex. */
export function hashOf(title: string, summary: string | null): string {
  return createHash('sha256')
    .update(`${title}\n${summary ?? ''}`)
    .digest('hex');
}

/**
 * What an item is beside the newest one of the same id or address. One that is dated a later UTC day is another article: daily
 * digests keep one id and one address for ever.
 */
export function identityOf(item: Version, known: Version | undefined): 'new' | 'changed' | 'known' {
  if (!known) return 'new';
  if (dayOf(item) > dayOf(known)) return 'new';
  return item.hash === known.hash ? 'known' : 'changed';
}

function dayOf({ publishedAt }: Version): number {
  return Math.floor(publishedAt / DAY_MS);
}
