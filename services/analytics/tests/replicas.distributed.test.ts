import type { AnalyticsUpdate, Indicators } from '@tidemark/contracts/analytics';
import {
  startDistributedSet,
  type DistributedSet,
} from '@tidemark/testkit/distributed/distributed-set';
import { ENGINES_MISSING, givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines, type OwnEngines } from '@tidemark/testkit/distributed/own-engines';
import { until } from '@tidemark/testkit/until';
import { afterAll, beforeAll, describe, onTestFailed, test } from 'vitest';

const SLOW_MS = 420_000;
const QUESTION = 'indicators/bitcoin?interval=15m&names=ema(20),rsi,macd,obv';
const engines = givenEngines();
if (!engines) console.warn(ENGINES_MISSING);

describe.skipIf(!engines)('two replicas of analytics', () => {
  let own: OwnEngines | undefined;
  let set: DistributedSet | undefined;

  beforeAll(async () => {
    own = await ownEngines(engines!);
    const plan = { label: 'analytics', engines: own.urls, marketData: 1, gateways: 1 };
    set = await startDistributedSet({ ...plan, analytics: 2 });
  }, SLOW_MS);
  afterAll(async () => {
    await set?.stop();
    await own?.remove();
  }, SLOW_MS);

  async function ask(path: string): Promise<{ status: number; data: unknown }> {
    const answer = await fetch(`${set!.gateways[0]!.url}/api/analytics/${path}`);
    const { data } = (await answer.json()) as { data: unknown };
    return { status: answer.status, data };
  }

  async function indicators(path: string): Promise<Indicators | null> {
    const { status, data } = await ask(path);
    return status === 200 ? (data as Indicators) : null;
  }

  test(
    'say the same to the last bit, and one goes on without the other',
    async () => {
      let said: (string | null)[] = [];
      onTestFailed(() => console.error(set!.tails(), said));
      await until('history', async () => (await ask(QUESTION)).status === 200, 90_000);
      await until(
        'both replicas to say the same',
        async () => {
          // While history is still being stored, each reads it at moments of its own.
          // A query of its own each time: the gateway asks for each, and replicas take turns.
          const answers = await Promise.all(
            [1, 2, 3, 4, 5, 6].map((n) => indicators(`${QUESTION}&limit=${n + 20}`)),
          );
          said = answers.map((data) => data && JSON.stringify([data.samples, latest(data)]));
          return (answers[0]?.samples ?? 0) >= 150 && new Set(said).size === 1;
        },
        180_000,
      );
      await set!.member('analytics-a').kill();
      await until('the other one', async () => (await ask(QUESTION)).status === 200, 30_000);
      const days = async () =>
        ((await ask('daily/bitcoin?limit=5')).data as { days: unknown[] }).days.length;
      await until('stored days', async () => (await days()) === 5, 150_000);
    },
    SLOW_MS,
  );
});

function latest({ indicators }: Indicators): AnalyticsUpdate['values'][] {
  return indicators.map((indicator) => indicator.latest);
}
