import type { Article, NewsSource } from '@tidemark/contracts/news';
import {
  startDistributedSet,
  type DistributedSet,
} from '@tidemark/testkit/distributed/distributed-set';
import { ENGINES_MISSING, givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines, type OwnEngines } from '@tidemark/testkit/distributed/own-engines';
import {
  startSimulatorProcess,
  type SimulatorProcess,
} from '@tidemark/testkit/distributed/simulator-process';
import { until } from '@tidemark/testkit/until';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';

const SLOW_MS = 300_000;
const engines = givenEngines();
if (!engines) console.warn(ENGINES_MISSING);

describe.skipIf(!engines)('two replicas of sentiment', () => {
  let own: OwnEngines | undefined;
  let set: DistributedSet | undefined;
  let simulator: SimulatorProcess | undefined;

  beforeAll(async () => {
    own = await ownEngines(engines!);
    simulator = await startSimulatorProcess('test-results/processes/sentiment-sim.log', {});
    set = await startDistributedSet({
      ...{ label: 'sentiment', engines: own.urls, market: simulator.urls },
      ...{ marketData: 1, gateways: 1, sentiment: 2, env: { HISTORY_BACKFILL: 'false' } },
    });
  }, SLOW_MS);
  afterAll(async () => {
    await set?.stop();
    await simulator?.process.end('SIGTERM');
    await own?.remove();
  }, SLOW_MS);

  async function ask<T>(path: string): Promise<T> {
    const answer = await fetch(`${set!.gateways[0]!.url}/api/sentiment/${path}`);
    return ((await answer.json()) as { data: T }).data;
  }
  /** Every article there is, newest first. */
  async function all(): Promise<Article[]> {
    const articles: Article[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const answer = await fetch(`${set!.gateways[0]!.url}/api/sentiment/news?limit=100${more}`);
      const page = (await answer.json()) as {
        data: Article[];
        meta: { next_cursor?: string | null };
      };
      articles.push(...page.data);
      cursor = page.meta.next_cursor ?? null;
    }
    return articles;
  }
  async function tell(title: string): Promise<void> {
    const port = Number(new URL(simulator!.urls.BINANCE_REST_URL).port) + 2;
    const answer = await fetch(`http://127.0.0.1:${port}/control/tellNews`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title, guid: title }),
    });
    expect(answer.ok).toBe(true);
  }

  test(
    'take each article once, whichever of them is killed in the middle, and one goes on alone',
    async () => {
      onTestFailed(() => console.error(set!.tails()));
      // Killed while the first readings are under way, and started again.
      await set!.member('sentiment-a').kill();
      await set!.member('sentiment-a').start();
      await until(
        'all sources to be read',
        async () => {
          const sources = await ask<NewsSource[]>('sources');
          return sources.length === 4 && sources.every(({ status }) => status === 'ok');
        },
        120_000,
      );
      await set!.member('sentiment-b').kill();
      await tell('Bitcoin ETF sees record inflows as adoption grows');
      await until(
        'what was told then',
        async () =>
          (await ask<Article[]>('news?limit=5')).some(({ title }) =>
            title.includes('record inflows'),
          ),
        120_000,
      );
      const articles = await all();
      const names = articles.map(({ source_id, url }) => `${source_id} ${url}`);
      expect(new Set(names).size).toBe(names.length);
      expect(articles.length).toBeGreaterThan(120);
      const told = articles.filter(({ title }) => title.includes('record inflows'));
      expect(told).toHaveLength(1);
      expect(told[0]?.sentiment?.label).toBe('positive');
      // Whoever told before is gone: the other one tells.
      await until(
        'the coin to be weighed',
        async () => (await ask<{ stories: number }>('bitcoin')).stories > 0,
      );
    },
    SLOW_MS,
  );
});
