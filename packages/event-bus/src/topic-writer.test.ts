import { TestClock } from '@tidemark/clock/test-clock';
import { CANDLE_REWRITES } from '@tidemark/contracts/topics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventBus, OutgoingMessage } from './event-bus.ts';
import { LatestOutbox } from './latest-outbox.ts';
import { MemoryEventBus } from './memory-event-bus.ts';
import { TopicWriter } from './topic-writer.ts';

type Message = OutgoingMessage<{
  coin_id: string;
  exchange: 'binance';
  interval: '1m';
  from: number;
  to: number;
}>;

/** A rewrite that ends at `to`; one that ends at half a millisecond breaks the schema. */
function message(to: number): Message {
  const value = { coin_id: 'bitcoin', exchange: 'binance', interval: '1m', from: 0, to } as const;
  return { key: 'bitcoin', value };
}

const isSound = (to: number) => Number.isInteger(to);

async function setUp() {
  const clock = new TestClock();
  const real = new MemoryEventBus({ clock });
  const told: number[] = [];
  await real.subscribe(CANDLE_REWRITES, {
    onBatch: (messages) => void told.push(...messages.map(({ value }) => value.to)),
  });
  const line = { away: false };
  const publish: EventBus['publish'] = async (...args) => {
    if (line.away) throw new Error('away');
    await real.publish(...args);
  };
  const lines: string[] = [];
  const say = (level: string) => (fields: object | string, text?: string) =>
    void lines.push(`${level} ${text ?? (fields as string)}`);
  const logger = { info: say('info'), warn: say('warn'), error: say('error') };
  const bus = { publish } as EventBus;
  const parts = { bus, logger, topic: CANDLE_REWRITES, what: 'rewrites' };
  return { parts, told, line, lines, settled: () => clock.advance(0) };
}

test('whatever is refused, all else is told once and in order, and what was refused is counted', async () => {
  const ends = fc.array(fc.integer({ min: 0, max: 40 }).map((n) => n / 2));
  await fc.assert(
    fc.asyncProperty(ends, async (all) => {
      const { parts, told, settled } = await setUp();
      const writer = new TopicWriter(parts);
      expect(await writer.write(all.map(message))).toEqual([]);
      await settled();
      expect(told).toEqual(all.filter(isSound));
      expect(writer.refused).toBe(all.length - told.length);
    }),
    { numRuns: 60 },
  );
});

test('a reason is logged once, however many messages it refuses', async () => {
  const { parts, lines } = await setUp();
  const writer = new TopicWriter(parts);
  await writer.write([0.5, 1, 1.5, 2.5].map(message));
  await writer.write([3.5].map(message));
  expect(lines).toEqual([
    'error a message does not fit its topic and is dropped; more like it are counted',
  ]);
});

test('a bus that is away is told of once, and when it is back; nothing is lost or counted meanwhile', async () => {
  const { parts, line, lines, told, settled } = await setUp();
  const writer = new TopicWriter(parts);
  const all = [1, 2].map(message);
  line.away = true;
  expect(await writer.write(all)).toEqual(all);
  expect(await writer.write(all)).toEqual(all);
  line.away = false;
  expect(await writer.write(all)).toEqual([]);
  await settled();
  expect([told, writer.refused]).toEqual([[1, 2], 0]);
  expect(lines).toEqual([
    'warn the bus does not take rewrites; they are told later',
    'info rewrites reach the bus again',
  ]);
});

test('past its bound an outbox drops what waits longest, and counts it', async () => {
  const { parts, line, told, settled } = await setUp();
  const outbox = new LatestOutbox({ ...parts, maxWaiting: 3, maxBatch: 2 });
  line.away = true;
  for (const to of [1, 2, 3, 4, 5]) outbox.put(`${to}`, message(to));
  expect(await outbox.tell()).toBe(false);
  line.away = false;
  outbox.put('4', message(7));
  expect(await outbox.tell()).toBe(true);
  await settled();
  expect(told).toEqual([3, 5, 7]);
  expect([outbox.dropped, outbox.told, outbox.waiting]).toEqual([2, 3, 0]);
});

test('what is forgotten while it is on its way to a bus that is away is not told later', async () => {
  const { parts, line, told, settled } = await setUp();
  const outbox = new LatestOutbox({ ...parts, maxWaiting: 10, maxBatch: 10 });
  line.away = true;
  outbox.put('1', message(1));
  const telling = outbox.tell();
  outbox.forget((key) => key === 'bitcoin');
  await telling;
  line.away = false;
  await outbox.tell();
  await settled();
  expect(told).toEqual([]);
});
