import { describe, expect, it } from 'vitest';
import { day, trendAnswer } from '../../tests/support/news.ts';
import { knownThen, newsHistory, NO_NEWS } from './news-history.ts';
import { NewsReader } from './news-reader.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 0, 1, 12);
/** So many hours before now. */
const ago = (hours: number) => NOW - hours * HOUR;

describe('the history of a coin’s news', () => {
  it('leaves out the 72 hours that the first start worked out in hindsight', () => {
    const points = [99, 28, 27, 1].map((hours) => day(ago(hours), { score: hours / 100 }));
    const history = knownThen(points, ago(100), NOW);
    expect([...history.time]).toEqual([ago(28), ago(27), ago(1)]);
    expect([...history.score]).toEqual([0.28, 0.27, 0.01]);
  });

  it('is whole where it reaches back as far as sentiment tells', () => {
    const first = ago(90 * 24);
    expect([...knownThen([day(first), day(ago(1))], first, NOW).time]).toEqual([first, ago(1)]);
  });

  it('is asked for by hours, of the coin and of the market, whose first hour says when news began', async () => {
    const asked: string[] = [];
    const ask = async ({ path }: { path: string }) => {
      asked.push(path);
      return trendAnswer([day(ago(path.includes('market') ? 100 : 10))]);
    };
    const history = await newsHistory(new NewsReader(ask), 'bitcoin', NOW);
    expect([...history.time]).toEqual([ago(10)]);
    expect(asked).toEqual([
      '/api/sentiment/bitcoin/trend?period=90d&interval=1h',
      '/api/sentiment/market/trend?period=90d&interval=1h',
    ]);
  });

  it('of a coin that sentiment does not know is empty', async () => {
    const ask = async () => ({ status: 404, body: null });
    expect(await newsHistory(new NewsReader(ask), 'nocoin', NOW)).toEqual(NO_NEWS);
  });

  it('is not made up where sentiment is away', async () => {
    const ask = async () => ({ status: 503, body: null });
    await expect(newsHistory(new NewsReader(ask), 'bitcoin', NOW)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
    });
  });
});
