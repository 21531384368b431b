import { coinsIn } from '@tidemark/coin-mentions/coins-in';
import type { ArticleScore } from '@tidemark/contracts/news';
import { languageOf } from '@tidemark/news/language';
import type { NewsItem } from '@tidemark/news/news-item';
import { isReadable, type Scorer } from '../scoring/scorer.ts';
import { hashOf } from './article-identity.ts';

/** An item with all that is found out of its text. */
export interface ReadItem {
  item: NewsItem;
  /** Epoch ms; when it was fetched, where its source does not say. */
  publishedAt: number;
  hash: string;
  language: string | null;
  coins: string[];
  /** Null: not in the model's language. */
  score: ArticleScore | null;
}

/**
 * Finds out the language, the coins and the score of items.
 * @param told the language that most items of the source have
 * @param now epoch ms
 */
export async function readItems(
  items: readonly NewsItem[],
  told: string | null,
  { scorer, now }: { scorer: Scorer; now: number },
): Promise<ReadItem[]> {
  const languages = items.map(
    ({ title, language }) => languageOf(title, language ?? told).language,
  );
  const inReach = items.filter((_, i) => isReadable(languages[i] ?? null, scorer));
  const scores = await scorer.score(inReach.map(({ title }) => title));
  const byItem = new Map(inReach.map((item, i) => [item, scores[i] ?? null]));
  return items.map((item, i) => ({
    ...{ item, publishedAt: item.publishedAt ?? now, hash: hashOf(item.title, item.summary) },
    ...{ language: languages[i] ?? null, score: byItem.get(item) ?? null },
    coins: coinsIn(item.title, item.summary ?? undefined).map(({ coin_id }) => coin_id),
  }));
}
