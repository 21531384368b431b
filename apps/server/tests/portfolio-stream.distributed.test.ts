import type { PortfolioUpdate } from '@tidemark/contracts/portfolio';
import {
  startDistributedSet,
  type DistributedSet,
} from '@tidemark/testkit/distributed/distributed-set';
import { ENGINES_MISSING, givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines, type OwnEngines } from '@tidemark/testkit/distributed/own-engines';
import type { SetMember } from '@tidemark/testkit/distributed/set-member';
import { until } from '@tidemark/testkit/until';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { WebSocket } from 'ws';
import { register } from './support/person.ts';

const SLOW_MS = 240_000;
const engines = givenEngines();
if (!engines) console.warn(ENGINES_MISSING);

describe.skipIf(!engines)('two gateways and two replicas of portfolio', () => {
  let own: OwnEngines | undefined;
  let set: DistributedSet | undefined;

  beforeAll(async () => {
    own = await ownEngines(engines!);
    const env = { HISTORY_BACKFILL: 'false' };
    set = await startDistributedSet({
      ...{ label: 'portfolio-stream', engines: own.urls, env },
      ...{ marketData: 1, gateways: 2, portfolio: 2 },
    });
  }, SLOW_MS);
  afterAll(async () => {
    await set?.stop();
    await own?.remove();
  }, SLOW_MS);

  test(
    'who follows a portfolio at either gateway is told each value as prices move, once',
    async () => {
      onTestFailed(() => console.error(set!.tails()));
      const [one, two] = set!.gateways as [SetMember, SetMember];
      const person = await register(one.url);
      const { portfolio_id: id } = await person.post<{ portfolio_id: string }>('/api/portfolio', {
        ...{ name: 'Savings', base_currency: 'USD' },
      });
      await person.post(`/api/portfolio/${id}/transactions`, {
        ...{ kind: 'buy', time: new Date(Date.now() - 3_600_000).toISOString(), asset: 'BTC' },
        ...{ quantity: '3', total: '100', currency: 'USD' },
      });
      const streams = [one, two].map(({ url }) => {
        const path = `${url.replace('http', 'ws')}/ws/portfolio/${id}`;
        const headers = { authorization: `Bearer ${person.signedIn.access_token}` };
        const ws = new WebSocket(path, { headers });
        const told: PortfolioUpdate[] = [];
        ws.on('message', (text: Buffer) => {
          const { type, data } = JSON.parse(text.toString()) as { type: string; data: unknown };
          if (type === 'portfolio_update') told.push(data as PortfolioUpdate);
        });
        return { ws, told };
      });
      const moved = ({ told }: (typeof streams)[0]) =>
        new Set(told.flatMap(({ total_value }) => total_value ?? [])).size >= 4;
      await until('values that differ, at both gateways', () => streams.every(moved), 90_000);
      for (const { ws, told } of streams) {
        ws.close();
        // More than one replica at work would tell of each second twice.
        const seconds = told.map(({ timestamp }) => timestamp.slice(0, 19));
        expect(seconds.length - new Set(seconds).size).toBeLessThan(3);
        const last = told.at(-1)!;
        expect(Number(last.gain)).toBeCloseTo(Number(last.total_value) - 100, 6);
      }
    },
    SLOW_MS,
  );
});
