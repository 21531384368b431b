import { TestClock } from '@tidemark/clock/test-clock';
import { createLogger } from '@tidemark/telemetry/logger';
import { SkewedClock } from '@tidemark/testkit/skewed-clock';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barTime, type Bar } from '../book/bar.ts';
import { fromUnits, toUnits, VOLUME_PLACES } from '../book/exact.ts';
import type { Listing } from '../coins/listing.ts';
import type { VenueRest, VenueTrade } from '../venues/venue.ts';
import { VenueTimes } from '../venues/venue-times.ts';
import { ProductBook, type Gap, type StoredBook } from '../book/product-book.ts';
import { TradeRepairer } from './trade-repairer.ts';

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 10, 28, 12);
const listing: Listing = {
  exchange: 'binance',
  product: 'BTCUSDT',
  coinId: 'bitcoin',
  quote: 'USDT',
};

function trade(id: number, time: number, size = '1'): VenueTrade {
  const { exchange, product } = listing;
  return { exchange, product, trade_id: id, price: '100', size, time, side: 'buy', trades: 1 };
}

/** Trades from `from` on, one each `every` ms, with ids from `id` on. */
function tapeOf(id: number, from: number, count: number, every: number): VenueTrade[] {
  return Array.from({ length: count }, (_, i) => trade(id + i, from + i * every, `${i + 1}`));
}

/** One product of a venue, a machine that reads it, and what both know. */
function setUp(options: { aheadMs?: number; stored?: StoredBook } = {}) {
  const truth = new TestClock(T0);
  const machine = new SkewedClock(truth);
  machine.aheadMs = options.aheadMs ?? 0;
  const times = new VenueTimes(machine);
  const told = { time: T0, resolutionMs: 1, sentAt: 0, receivedAt: 0 };
  for (let i = 0; i < 2; i += 1) times.of('binance').noteAnswer(told);
  const venue = { trades: [] as VenueTrade[], restAway: false };
  const known = (wanted: (t: VenueTrade) => boolean) => {
    if (venue.restAway) return Promise.reject(new Error('away'));
    const all = venue.trades.filter((t) => t.time <= truth.now() && wanted(t));
    return Promise.resolve(all.sort((a, b) => a.trade_id - b.trade_id));
  };
  const rest = {
    tradesById: (_p, from, to) => known((t) => t.trade_id >= from && t.trade_id <= to),
    tradesSince: (_p, since, before) => known((t) => t.time >= since && t.trade_id < before),
    tradesFrom: async (_p, from) => ({
      trades: await known((t) => t.trade_id >= from),
      asOf: Math.floor(truth.now() / 1_000) * 1_000,
    }),
  } as Partial<VenueRest> as VenueRest;
  const book = new ProductBook(listing, options.stored);
  const logged: string[] = [];
  const logger = createLogger({ level: 'silent' });
  logger.warn = (...args: unknown[]) => void logged.push(String(args.at(-1)));
  const repairer = new TradeRepairer({
    times,
    logger,
    rests: new Map([['binance', rest]]),
    books: () => [book],
  });
  const hear = (t: VenueTrade): string => {
    const applied = book.apply(t);
    if (['far', 'again', 'unsynced'].includes(applied)) {
      repairer.hold(book, { ...t, coin_id: listing.coinId });
    }
    return applied;
  };
  repairer.bringTo((t) => void hear(t));
  const minutes = new Map<number, Bar>();
  const gaps: Gap[] = [];
  const arrivals: { at: number; trade: VenueTrade }[] = [];
  const flush = () => {
    const taken = book.take();
    for (const { interval, bar } of taken?.rows ?? []) {
      if (interval === '1m') minutes.set(bar.time, bar);
    }
    gaps.push(...(taken?.gaps ?? []));
  };
  /** Lets the time go on to `until`: trades arrive, repairs are made, and what is closed is stored. */
  const run = async (until: number) => {
    while (truth.now() < until) {
      await truth.advance(250);
      arrivals.sort((a, b) => a.at - b.at);
      while (arrivals[0] && arrivals[0].at <= truth.now()) hear(arrivals.shift()!.trade);
      repairer.tick();
      await truth.advance(0);
      flush();
    }
  };
  /** Trades that the venue makes and tells at once. */
  const tell = (...trades: VenueTrade[]) => {
    venue.trades.push(...trades);
    arrivals.push(...trades.map((t) => ({ at: t.time, trade: t })));
  };
  return { truth, machine, venue, book, run, tell, arrivals, minutes, gaps, logged };
}

/** Asserts that no minute is final, without a gap mark, and wrong; answers how many are right. */
function checkFinals(
  minutes: ReadonlyMap<number, Bar>,
  gaps: readonly Gap[],
  trades: readonly VenueTrade[],
): number {
  let right = 0;
  for (const bar of minutes.values()) {
    const marked = bar.gap || gaps.some((gap) => gap.from <= bar.time && gap.to > bar.time);
    if (!bar.final || marked) continue;
    const inside = trades.filter((t) => barTime(t.time, '1m') === bar.time);
    const volume = inside.reduce((sum, t) => sum + toUnits(t.size, VOLUME_PLACES), 0n);
    expect({ time: bar.time, n: bar.trades, volume: fromUnits(bar.volume, VOLUME_PLACES) }).toEqual(
      { time: bar.time, n: inside.length, volume: fromUnits(volume, VOLUME_PLACES) },
    );
    right += 1;
  }
  return right;
}

describe('a clock that is wrong', () => {
  it.each([0, 7_000, 60_000, 90_000, 660_000, -30_000, -660_000])(
    'by %i ms closes no minute before it is over, and every one after it is',
    async (aheadMs) => {
      for (const every of [2_000, 47_000]) {
        const { book, tell, run, minutes, gaps } = setUp({ aheadMs });
        book.begin(1, T0);
        const trades = tapeOf(1, T0, Math.ceil((3 * MINUTE) / every), every);
        tell(...trades);
        await run(T0 + 5 * MINUTE);
        expect(checkFinals(minutes, gaps, trades)).toBe(3);
        expect(book.finalThrough).toBeGreaterThanOrEqual(T0 + 4 * MINUTE);
      }
    },
  );

  it('that is set in the middle does not keep a hole from being asked for', async () => {
    const { book, tell, run, machine, venue, minutes, gaps } = setUp();
    book.begin(1, T0);
    const trades = tapeOf(1, T0, 40, 2_000);
    venue.trades.push(...trades);
    venue.restAway = true;
    tell(...trades.filter(({ trade_id: id }) => id !== 7));
    await run(T0 + 40_000);
    machine.aheadMs = -3_600_000;
    venue.restAway = false;
    await run(T0 + 2 * MINUTE);
    expect(book.holes).toEqual([]);
    expect(checkFinals(minutes, gaps, trades)).toBeGreaterThan(0);
  });
});

describe('ids that begin again', () => {
  /** Trades of before and after; from the first of the latter on the venue knows the latter alone. */
  async function reset(world: ReturnType<typeof setUp>, after: readonly VenueTrade[]) {
    const from = after[0]?.time ?? Infinity;
    await world.run(from - 250);
    world.venue.trades = [];
    world.tell(...after);
    await world.run((after.at(-1)?.time ?? 0) + 2 * MINUTE);
  }

  it.each([
    ['a minute later', 5_000, MINUTE + 1_000],
    ['within the minute', 5_000, 40_000],
    ['a little lower', 20, 40_000],
    ['after a quiet hour', 5_000, 61 * MINUTE + 5_000],
  ])('%s are a new beginning with a gap before it, told of once', async (_when, id, later) => {
    const world = setUp();
    world.book.begin(id, T0);
    const before = tapeOf(id, T0, 15, 2_000);
    const after = tapeOf(1, T0 + later, 90, 2_000);
    world.tell(...before);
    await reset(world, after);
    const { minutes, gaps, logged, book } = world;
    expect(checkFinals(minutes, gaps, [...before, ...after])).toBeGreaterThanOrEqual(2);
    expect(gaps.some((gap) => gap.to > T0 + later && gap.from < T0 + later)).toBe(true);
    expect(logged).toEqual(['trade ids have begun again']);
    expect(book.next).toBe(91);
    expect(book.holes).toEqual([]);
  });

  it('while REST is away are believed once several agree, and nothing is closed before', async () => {
    const world = setUp();
    world.book.begin(5_000, T0);
    const before = tapeOf(5_000, T0, 15, 2_000);
    const after = tapeOf(1, T0 + 70_000, 90, 2_000);
    world.tell(...before);
    world.venue.restAway = true;
    await reset(world, after);
    expect(checkFinals(world.minutes, world.gaps, [...before, ...after])).toBeGreaterThan(0);
    expect(world.logged).toEqual(['trade ids have begun again']);
  });

  it('while the process was down are found, by a trade or by the venue’s word alone', async () => {
    const stored = {
      next: 5_000,
      lastTime: T0 - 90_000,
      holes: [],
      finalThrough: T0 - 2 * MINUTE,
      completeFrom: 0,
      minutes: [],
      folded: [],
      gaps: [],
    };
    for (const word of ['stream', 'heartbeat', 'REST']) {
      const world = setUp({ stored: structuredClone(stored) });
      const trades = tapeOf(1, T0 - 3_000, 30, 2_000);
      world.venue.trades.push(...trades);
      if (word === 'stream') world.tell(...trades.slice(5));
      if (word === 'heartbeat') world.book.noteNewest(2, T0);
      await world.run(T0 + 20_000);
      if (word !== 'stream') world.tell(...trades.filter(({ time }) => time > T0 + 20_000));
      await world.run(T0 + 3 * MINUTE);
      expect(world.book.next).toBe(31);
      expect(checkFinals(world.minutes, world.gaps, trades)).toBeLessThan(2);
      expect(world.gaps.some(({ from, to }) => from < T0 && to > T0 - 1)).toBe(true);
    }
  });

  it('before a book has its beginning leave the first minute marked', async () => {
    for (const heard of ['both', 'the new ones alone']) {
      const world = setUp();
      const before = tapeOf(5_000, T0 + 1_000, 5, 2_000);
      const after = tapeOf(1, T0 + 20_000, 60, 2_000);
      world.venue.trades = [...after];
      const told = heard === 'both' ? [...before, ...after] : after;
      world.venue.restAway = true;
      world.arrivals.push(...told.map((t) => ({ at: t.time, trade: t })));
      await world.run(T0 + 25_000);
      world.venue.restAway = false;
      await world.run(T0 + 4 * MINUTE);
      expect(checkFinals(world.minutes, world.gaps, [...before, ...after])).toBe(2);
      expect(world.book.holes).toEqual([]);
    }
  });

  it('between what was heard and what REST says mark every minute before they began', async () => {
    const world = setUp();
    const before = tapeOf(5_000, T0 + 50_000, 2, 10_500);
    const after = tapeOf(1, T0 + 62_000, 60, 2_000);
    world.arrivals.push(...before.map((t) => ({ at: t.time, trade: t })));
    world.arrivals.push(...after.map((t) => ({ at: t.time + 9_000, trade: t })));
    world.venue.restAway = true;
    await world.run(T0 + 62_000);
    world.venue.trades = [...after];
    world.venue.restAway = false;
    await world.run(T0 + 5 * MINUTE);
    expect(checkFinals(world.minutes, world.gaps, [...before, ...after])).toBe(2);
  });

  it('are not proven by a venue that no longer knows our last trade', async () => {
    const { book, tell, run, venue } = setUp();
    book.begin(5_000, T0);
    tell(...tapeOf(5_000, T0, 5, 2_000));
    await run(T0 + 20_000);
    venue.trades = [];
    book.noteNewest(3, T0 + 3 * MINUTE);
    await run(T0 + 4 * MINUTE);
    expect(book.finalThrough).toBe(T0);
  });

  it('are not believed of one trade that REST does not know: its minute is marked', async () => {
    const { book, tell, run, venue, arrivals, minutes, gaps } = setUp();
    book.begin(5_000, T0);
    const trades = tapeOf(5_000, T0, 60, 2_000);
    tell(...trades);
    arrivals.push({ at: T0 + 30_000, trade: trade(12, T0 + 35_000) });
    await run(T0 + 3 * MINUTE);
    expect(venue.trades).toHaveLength(60);
    expect(book.next).toBe(5_060);
    expect(gaps.filter(({ to }) => to > T0)).toEqual([{ from: T0, to: T0 + MINUTE }]);
    expect(checkFinals(minutes, gaps, trades)).toBe(1);
  });

  it('and ids that jump ahead within a minute begin anew with a gap', async () => {
    const world = setUp();
    world.book.begin(1, T0);
    const before = tapeOf(1, T0, 10, 2_000);
    const after = tapeOf(1_000_000, T0 + 20_000, 80, 2_000);
    world.tell(...before, ...after);
    await world.run(T0 + 4 * MINUTE);
    expect(world.book.next).toBe(1_000_080);
    expect(world.gaps.filter(({ to }) => to > T0)).toEqual([{ from: T0, to: T0 + MINUTE }]);
    expect(checkFinals(world.minutes, world.gaps, [...before, ...after])).toBeGreaterThanOrEqual(2);
  });

  it('of two different trades with one id mark the minute, soon or late, whatever comes again', async () => {
    for (const later of [300, 5_000]) {
      const { book, tell, run, minutes, gaps } = setUp();
      book.begin(1, T0);
      const trades = tapeOf(1, T0, 60, 2_000);
      tell(...trades, trade(10, T0 + 18_000 + later, '19332'), ...trades.slice(0, 20));
      await run(T0 + 3 * MINUTE);
      expect(gaps).toContainEqual({ from: T0, to: T0 + MINUTE });
      checkFinals(minutes, gaps, trades);
    }
  });
});

it('no interleaving of repeats, late arrivals, holes and a reset makes a wrong minute that looks right', async () => {
  const world = fc.record({
    before: fc.array(fc.integer({ min: 200, max: 9_000 }), { minLength: 3, maxLength: 20 }),
    after: fc.array(fc.integer({ min: 200, max: 9_000 }), { minLength: 20, maxLength: 40 }),
    pause: fc.integer({ min: 0, max: 90_000 }),
    firstId: fc.integer({ min: 25, max: 6_000 }),
    lowId: fc.integer({ min: 1, max: 24 }),
    delays: fc.array(fc.integer({ min: 0, max: 8_000 }), { minLength: 8, maxLength: 8 }),
    again: fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 7, maxLength: 7 }),
    lost: fc.integer({ min: 2, max: 11 }),
    /** How long REST is away before the book can begin; null: it has begun. */
    away: fc.option(fc.integer({ min: 0, max: 100_000 })),
  });
  await fc.assert(
    fc.asyncProperty(world, async (w) => {
      const { book, run, venue, arrivals, minutes, gaps } = setUp();
      let time = T0;
      const at = (wait: number) => (time += wait);
      const before = w.before.map((wait, i) => trade(w.firstId + i, at(wait), `${i + 1}`));
      time += w.pause;
      const after = w.after.map((wait, i) => trade(w.lowId + i, at(wait), `${i + 100}`));
      if (w.away === null) book.begin(w.firstId, T0);
      [...before, ...after].forEach((t, i) => {
        const delay = w.delays[i % w.delays.length] ?? 0;
        if (i % w.lost !== 1) arrivals.push({ at: t.time + delay, trade: t });
        if (i % 3 === 0) arrivals.push({ at: t.time + (w.again[i % 7] ?? 0), trade: t });
      });
      const begun = after[0]?.time ?? 0;
      venue.trades = [...before];
      venue.restAway = w.away !== null;
      const back = T0 + (w.away ?? 0);
      await run(Math.min(back, begun - 1));
      venue.restAway = back >= begun;
      await run(begun - 1);
      venue.trades = [...after];
      await run(back);
      venue.restAway = false;
      await run(time + 7 * MINUTE);
      checkFinals(minutes, gaps, [...before, ...after]);
      // Every minute that saw a trade is told of, as one that is whole or as one that is not.
      for (const t of [...before, ...after]) {
        const minute = barTime(t.time, '1m');
        const marked = gaps.some((gap) => gap.from <= minute && gap.to > minute);
        expect(marked || minutes.get(minute)?.final).toBe(true);
      }
      expect(book.finalThrough).toBeGreaterThan(time);
    }),
    { numRuns: 25 },
  );
}, 30_000);
