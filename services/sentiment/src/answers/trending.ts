import { MARKET_NEWS, type Sentiment, type TrendingCoin } from '@tidemark/contracts/sentiment';
import { sql, type Kysely } from 'kysely';
import type { SentimentTables } from '../tables.ts';

/** Coins with news of the last 24 hours: those that more is told of than usual first, then those that most is told of. */
export async function trendingCoins(
  db: Kysely<SentimentTables>,
  all: readonly Sentiment[],
  limit: number,
  now: number,
): Promise<TrendingCoin[]> {
  const told = all.filter((one) => one.coin_id !== MARKET_NEWS && one.volume_24h > 0);
  const first = told
    .toSorted(
      (a, b) =>
        (b.volume_surprise ?? 0) - (a.volume_surprise ?? 0) ||
        b.volume_24h - a.volume_24h ||
        (a.coin_id < b.coin_id ? -1 : 1),
    )
    .slice(0, limit);
  const headlines = await topHeadlines(
    db,
    first.map(({ coin_id }) => coin_id),
    now,
  );
  return first.map(({ coin_id, volume_24h, volume_usual, volume_surprise, score }) => ({
    ...{ coin_id, volume_24h, volume_usual, volume_surprise, score },
    headline: headlines.get(coin_id) ?? null,
  }));
}

/** Of each coin's story of the last 24 hours that most articles tell, the newest headline. */
async function topHeadlines(
  db: Kysely<SentimentTables>,
  coins: readonly string[],
  now: number,
): Promise<Map<string, string>> {
  if (coins.length === 0) return new Map();
  const { rows } = await sql<{ coin_id: string; title: string }>`
    SELECT DISTINCT ON (coin.id) coin.id AS coin_id, told.title
    FROM unnest(${[...coins]}::text[]) AS coin(id)
    CROSS JOIN LATERAL (
      SELECT article.title, article.published_at,
        (SELECT count(*) FROM articles other WHERE other.story_id = article.story_id) AS told_by
      FROM articles article JOIN news_sources source USING (source_id)
      WHERE article.coins @> ARRAY[coin.id] AND NOT source.muted
        AND article.published_at <= ${new Date(now)}
        AND article.published_at > ${new Date(now - 86_400_000)}
    ) told
    ORDER BY coin.id, told.told_by DESC, told.published_at DESC`.execute(db);
  return new Map(rows.map(({ coin_id, title }) => [coin_id, title]));
}
