import { TestClock } from '@tidemark/clock/test-clock';
import type { PriceUpdate } from '@tidemark/contracts/price';
import type { VenueTrade } from './venues/venue.ts';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { createLogger, type Logger } from '@tidemark/telemetry/logger';
import type { OutboxCounts } from '@tidemark/telemetry/metrics';
import { describe, expect, test, vi } from 'vitest';
import { CandleOutbox } from './candles/candle-outbox.ts';
import { LiveCandles } from './candles/live-candles.ts';
import { ProductBook, type BarRow } from './book/product-book.ts';
import { defaultUniverse } from './coins/universe.ts';
import { PriceTeller } from './price/price-teller.ts';
import { PEG } from './rates/dollar-rate.ts';
import { TradePublisher } from './trades/trade-publisher.ts';

interface Ports {
  clock: TestClock;
  bus: EventBus;
  logger: Logger;
}

/** Something that has messages told; each has a number. */
interface Outbox {
  put(n: number): void;
  tell(): void;
  counts(): OutboxCounts;
}

const universe = defaultUniverse();
const listing = universe.listings[0]!;
const { exchange, product } = listing;
const row = (time: number) =>
  ({
    interval: '1m',
    bar: {
      ...{ time, open: '1', high: '1', low: '1', close: '1', volume: 1n, quoteVolume: 1n },
      ...{ trades: 1, firstId: 1, lastId: 1, final: true, gap: false, source: 'trades' },
    },
  }) satisfies BarRow;

const OUTBOXES: Readonly<Record<string, { bound: number; make: (ports: Ports) => Outbox }>> = {
  trades: {
    bound: 100_000,
    make: ({ bus, clock, logger }) => {
      const publisher = new TradePublisher({
        ...{ bus, clock, logger, universe },
        heard: () => undefined,
      });
      return {
        put: (n) => publisher.take({ exchange, product, trade_id: n } as VenueTrade),
        // It goes on by itself, after a pause.
        tell: () => void clock.advance(1_000),
        counts: () => publisher.counts,
      };
    },
  },
  price_updates: {
    bound: 1_000,
    make: (ports) => {
      const teller = new PriceTeller(ports);
      return {
        put: (n) => teller.put({ coin_id: `coin-${n}` } as PriceUpdate),
        tell: () => {
          void ports.clock.advance(500);
          teller.tell();
        },
        counts: () => teller.counts,
      };
    },
  },
  candles: {
    bound: 20_000,
    make: ({ bus, logger }) => {
      const outbox = new CandleOutbox(bus, logger);
      return {
        put: (n) => outbox.put(listing, [row(n)]),
        tell: () => void outbox.tell(),
        counts: () => outbox.counts[0]!,
      };
    },
  },
  candle_rewrites: {
    bound: 20_000,
    make: ({ bus, logger }) => {
      const outbox = new CandleOutbox(bus, logger);
      return {
        put: (n) =>
          outbox.putRewrite({ ...listing, coinId: `coin-${n}` }, '1m', { from: 0, to: 60_000 }),
        tell: () => void outbox.tell(),
        counts: () => outbox.counts[1]!,
      };
    },
  },
  candle_updates: {
    bound: 20_000,
    make: ({ bus, clock, logger }) => {
      const book = new ProductBook(listing);
      const live = new LiveCandles({
        ...{ bus, clock, logger, coin: (id) => universe.coin(id), rate: () => PEG },
        read: () => Promise.resolve([]),
      });
      return {
        put: (n) => live.stored(book, [row(n)]),
        tell: () => {
          void clock.advance(1_000);
          live.look([]);
        },
        counts: () => live.counts,
      };
    },
  },
};

/** A bus that is away, or that messages by their numbers do not fit. */
function setUp(make: (ports: Ports) => Outbox) {
  const line = { away: false, unfit: new Set<string>() };
  const taken: string[] = [];
  const publish: EventBus['publish'] = (_, messages) => {
    if (line.away) return Promise.reject(new Error('away'));
    const names = messages.map(({ value }) => nameOf(value));
    if (names.some((name) => line.unfit.has(name))) return Promise.reject(new TypeError('no fit'));
    taken.push(...names);
    return Promise.resolve();
  };
  const logger = createLogger({ level: 'silent' });
  const warn = vi.spyOn(logger, 'warn');
  const outbox = make({ clock: new TestClock(), bus: { publish } as EventBus, logger });
  const tellUntil = (done: () => void) =>
    vi.waitFor(() => {
      outbox.tell();
      done();
    });
  const figures = (): OutboxCounts => {
    const { topic, waiting, refused, dropped } = outbox.counts();
    return { topic, waiting, refused, dropped };
  };
  return { line, taken, warn, outbox, figures, tellUntil };
}

function nameOf(value: object): string {
  const { trade_id, time, coin_id } = value as {
    trade_id?: number;
    time?: number;
    coin_id: string;
  };
  return String(trade_id ?? time ?? coin_id.replace('coin-', ''));
}

describe.each(Object.entries(OUTBOXES))('%s on their way to the bus', (topic, { bound, make }) => {
  test('one that breaks the schema is dropped and counted, alone and for good', async () => {
    const { line, taken, outbox, figures, tellUntil } = setUp(make);
    line.unfit = new Set(['1', '4']);
    for (const n of [1, 2, 3, 4, 5]) outbox.put(n);
    const counts = { topic, waiting: 0, refused: 2, dropped: 0 };
    await tellUntil(() => expect(figures()).toEqual(counts));
    outbox.put(6);
    await tellUntil(() => expect([taken, figures()]).toEqual([['2', '3', '5', '6'], counts]));
  });

  test('past the bound they are dropped and counted; a bus that is away is told of once', async () => {
    const { line, taken, warn, outbox, figures, tellUntil } = setUp(make);
    line.away = true;
    outbox.put(0);
    await tellUntil(() => expect(warn).toHaveBeenCalled());
    for (let n = 1; n < bound + 3; n += 1) outbox.put(n);
    expect(figures()).toMatchObject({ waiting: bound, dropped: 3 });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      outbox.tell();
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    expect(warn).toHaveBeenCalledTimes(1);
    line.away = false;
    await tellUntil(() => expect(figures()).toMatchObject({ waiting: 0, refused: 0 }));
    expect(taken).toHaveLength(bound);
  });
});
