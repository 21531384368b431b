import { Housekeeping } from '@tidemark/service/housekeeping';
import type { SentimentParts } from './assemble.ts';

const DAY_MS = 86_400_000;
/** How long articles are kept, and what they came to, days. */
const ARTICLE_DAYS = 180;
const SENTIMENT_DAYS = 730;

type Parts = Pick<SentimentParts, 'clock' | 'db' | 'logger' | 'store'>;

/** Forgets what is old. */
export function sentimentHousekeeping(parts: Parts): Housekeeping {
  return new Housekeeping(parts, [{ what: 'old news', remove: () => removeOld(parts) }]);
}

async function removeOld({ clock, db, store }: Parts): Promise<void> {
  await store.prune(clock.now() - SENTIMENT_DAYS * DAY_MS);
  const oldest = new Date(clock.now() - ARTICLE_DAYS * DAY_MS);
  await db.deleteFrom('articles').where('fetched_at', '<', oldest).execute();
}
