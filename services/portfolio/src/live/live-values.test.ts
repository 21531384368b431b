import { TestClock } from '@tidemark/clock/test-clock';
import type { PortfolioUpdate } from '@tidemark/contracts/portfolio';
import type { Price } from '@tidemark/contracts/price';
import { PORTFOLIO_FOLLOWS, PORTFOLIO_UPDATES, PRICE_UPDATES } from '@tidemark/contracts/topics';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { toldPrice } from '@tidemark/testkit/told-price';
import { afterEach, expect, test } from 'vitest';
import type { PortfolioRow } from '../portfolios/portfolio.ts';
import { LiveValues } from './live-values.ts';
import type { Worth } from './worth.ts';

const USER = '7b0c2f70-0000-4000-8000-000000000001';
const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

/** Replicas over one bus, whose portfolios each have some of a coin of the same name as they. */
async function replicas(count = 1) {
  const clock = new TestClock();
  const bus = new MemoryEventBus({ clock });
  const prices = new Map<string, number>();
  const rows = new Map<string, PortfolioRow>();
  const looked: string[] = [];
  const told: PortfolioUpdate[] = [];
  const faults = new Set<string>();
  const appraise = async ({ id }: PortfolioRow) => {
    looked.push(id);
    if (faults.has(id)) throw new Error('made for a test');
    return { worth: worthOf(prices.get(id)), coins: new Set([id]) };
  };
  const find = async (ids: readonly string[]) => ids.flatMap((id) => rows.get(id) ?? []);
  await bus.subscribe(PORTFOLIO_UPDATES, {
    onBatch: (messages) => void told.push(...messages.map(({ value }) => value)),
  });
  const logger = createLogger({ level: 'silent' });
  const lives = Array.from({ length: count }, () => {
    return new LiveValues({ bus, clock, logger, find, appraise });
  });
  for (const live of lives) {
    await live.start();
    open.push(live);
  }
  return {
    ...{ clock, prices, rows, looked, told, faults, lives },
    follow: async (id: string, isNew = true) => {
      if (!rows.has(id)) rows.set(id, { id, user_id: USER, base_currency: 'EUR' } as PortfolioRow);
      const value = { portfolio_id: id, is_new: isNew };
      await bus.publish(PORTFOLIO_FOLLOWS, [{ key: id, value }]);
    },
    price: async (id: string, price: number) => {
      prices.set(id, price);
      await bus.publish(PRICE_UPDATES, [{ key: id, value: toldPrice(priceOf(id, price)) }]);
    },
    values: () => told.map(({ portfolio_id, total_value }) => `${portfolio_id} ${total_value}`),
  };
}

function worthOf(price: number | undefined): Worth {
  const value = price === undefined ? null : String(price);
  const rest = { gain: null, roi_percent: null, today_change: null, today_percent: null };
  return { total_value: value, ...rest };
}

function priceOf(coin_id: string, price: number): Price {
  return {
    ...{ coin_id, price, currency: 'USD', sources: [], quality: 'live', simulated: false },
    ...{ change_24h: null, change_24h_pct: null, high_24h: null, low_24h: null, volume_24h: null },
    timestamp: '2026-01-01T00:00:00.000Z',
  };
}

test('whoever comes is told the value there is, and then each that differs, once a second at most', async () => {
  const { clock, follow, price, told, values } = await replicas();
  await follow('a');
  await clock.advance(1_000);
  const unknown = { portfolio_id: 'a', user_id: USER, currency: 'EUR', total_value: null };
  expect(told).toMatchObject([unknown]);
  for (let i = 1; i <= 4; i += 1) {
    await price('a', i);
    await clock.advance(500);
  }
  expect(values()).toEqual(['a null', 'a 2', 'a 4']);
  await price('a', 4);
  await clock.advance(5_000);
  expect(values()).toHaveLength(3);
  await follow('a', false);
  await clock.advance(1_000);
  expect(values()).toHaveLength(3);
  await follow('a');
  await clock.advance(1_000);
  expect(values().slice(3)).toEqual(['a 4']);
});

test('what nobody follows is not looked at, and what nobody follows any more neither', async () => {
  const { clock, follow, price, looked, values } = await replicas();
  await follow('a');
  await price('a', 1);
  await price('b', 1);
  await clock.advance(1_000);
  expect(values()).toEqual(['a 1']);
  await follow('a', false);
  await clock.advance(74_000);
  await price('a', 2);
  await clock.advance(1_000);
  expect(values()).toEqual(['a 1', 'a 2']);
  const before = looked.length;
  for (let i = 0; i < 200; i += 1) {
    await price('a', i);
    await clock.advance(1_000);
  }
  expect(looked.length - before).toBeLessThan(3);
});

test('a price of a coin that is not in it costs nothing; an edit, and a minute, are looked at', async () => {
  const { clock, rows, follow, price, prices, looked, values } = await replicas();
  await follow('a');
  await clock.advance(3_000);
  const before = looked.length;
  await price('b', 1);
  await clock.advance(5_000);
  expect(looked).toHaveLength(before);
  prices.set('a', 5);
  rows.set('a', { ...(rows.get('a') as PortfolioRow), ledger_version: 2 });
  await clock.advance(1_000);
  expect(values().at(-1)).toBe('a 5');
  prices.set('a', 6);
  await clock.advance(60_000);
  expect(values().at(-1)).toBe('a 6');
});

test('one that fails holds up no other, and is told when it can be', async () => {
  const { clock, follow, price, faults, values } = await replicas();
  faults.add('a');
  await follow('a');
  await follow('b');
  await price('b', 1);
  await clock.advance(2_000);
  expect(values()).toEqual(['b 1']);
  faults.clear();
  await clock.advance(1_000);
  expect(values()).toEqual(['b 1', 'a null']);
});

test('one that is deleted is forgotten', async () => {
  const { clock, rows, follow, price, values } = await replicas();
  await follow('a');
  await clock.advance(1_000);
  rows.clear();
  await clock.advance(1_000);
  await follow('b');
  await price('a', 1);
  await clock.advance(5_000);
  expect(values()).toEqual(['a null', 'b null']);
});

test('each portfolio is one replica’s, and another’s with the next word when that goes', async () => {
  const { clock, follow, looked, lives, price, values } = await replicas(2);
  const ids = Array.from({ length: 20 }, (_, i) => `p${i}`);
  for (const id of ids) await follow(id);
  await clock.advance(1_000);
  expect(looked.toSorted()).toEqual(ids.toSorted());
  await lives[0]?.stop();
  for (const id of ids) await follow(id, false);
  for (const id of ids) await price(id, 1);
  await clock.advance(2_000);
  expect(new Set(values().filter((value) => value.endsWith(' 1'))).size).toBe(20);
});
