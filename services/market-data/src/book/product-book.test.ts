import { INTERVALS, INTERVAL_MS } from '@tidemark/contracts/candle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from 'decimal.js';
import { barTime } from './bar.ts';
import { fromUnits, TURNOVER_PLACES, VOLUME_PLACES } from './exact.ts';
import type { Listing } from '../coins/listing.ts';
import type { VenueTrade } from '../venues/venue.ts';
import { ProductBook, type BarRow, type BookSnapshot, type StoredBook } from './product-book.ts';

const Exact = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60 });
const listing: Listing = {
  exchange: 'binance',
  product: 'BTCUSDT',
  coinId: 'bitcoin',
  quote: 'USDT',
};
const T0 = Date.UTC(2026, 0, 5, 23, 50);
const FIRST = 500;

function trade(id: number, time: number, price = '10', size = '1'): VenueTrade {
  const { exchange, product } = listing;
  return { exchange, product, trade_id: id, price, size, time, side: 'buy', trades: 1 };
}

function begun(): ProductBook {
  const book = new ProductBook(listing);
  book.extendHistory(T0 - 86_400_000, T0);
  book.begin(FIRST, T0);
  return book;
}

/** Trades with rising ids and times, over some 20 minutes across midnight. */
const tape = fc
  .array(
    fc.record({
      wait: fc.integer({ min: 0, max: 40_000 }),
      price: fc.integer({ min: 1, max: 10_000_000 }),
      size: fc.integer({ min: 1, max: 10_000_000 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((steps) => {
    let time = T0;
    return steps.map((step, i) => {
      time += step.wait;
      return trade(FIRST + i, time, (step.price / 1e6).toFixed(6), (step.size / 1e8).toFixed(8));
    });
  });

/** What a bar of an interval should be, straight from its trades. */
function expected(trades: readonly VenueTrade[]) {
  const prices = trades.map((t) => Number(t.price));
  const sum = (of: (t: VenueTrade) => Decimal) =>
    trades.reduce((total, t) => total.plus(of(t)), new Exact(0)).toFixed();
  return {
    open: trades[0]?.price,
    close: trades.at(-1)?.price,
    high: Math.max(...prices),
    low: Math.min(...prices),
    volume: sum((t) => new Exact(t.size)),
    quoteVolume: sum((t) => new Exact(t.size).times(t.price)),
    trades: trades.length,
  };
}

function shown({ bar }: BarRow) {
  return {
    open: bar.open,
    close: bar.close,
    high: Number(bar.high),
    low: Number(bar.low),
    volume: fromUnits(bar.volume, VOLUME_PLACES),
    quoteVolume: fromUnits(bar.quoteVolume, TURNOVER_PLACES),
    trades: bar.trades,
  };
}

/** The rows as the store would hold them: the last one of each key. */
function stored(rows: readonly BarRow[]): Map<string, BarRow> {
  return new Map(rows.map((row) => [`${row.interval} ${row.bar.time}`, row]));
}

function checkFinals(rows: readonly BarRow[], trades: readonly VenueTrade[], end: number): void {
  const table = stored(rows);
  for (const interval of INTERVALS) {
    const times = new Set(trades.map((t) => barTime(t.time, interval)));
    for (const time of times) {
      if (time + INTERVAL_MS[interval] > end) continue;
      const row = table.get(`${interval} ${time}`);
      expect(row?.bar.final).toBe(true);
      const inside = trades.filter((t) => barTime(t.time, interval) === time);
      expect(row && shown(row)).toEqual(expected(inside));
    }
  }
}

describe('ProductBook', () => {
  it('every closed bar of every interval equals its trades, in any order and with repeats', () => {
    fc.assert(
      fc.property(tape, fc.infiniteStream(fc.nat()), (trades, noise) => {
        const book = begun();
        const arrivals = [...trades, ...trades]
          .map((t) => ({ t, at: t.trade_id * 10 + ((noise.next().value ?? 0) % 60) }))
          .sort((a, b) => a.at - b.at)
          .map(({ t }) => t);
        const rows: BarRow[] = [];
        for (const t of arrivals) {
          book.apply(t);
          if ((noise.next().value ?? 0) % 4 === 0) rows.push(...(book.take()?.rows ?? []));
        }
        rows.push(...(book.take()?.rows ?? []));
        const end = barTime(trades.at(-1)?.time ?? 0, '1m');
        expect(book.finalThrough).toBe(Math.max(end, T0));
        checkFinals(rows, trades, end);
      }),
    );
  });

  it('a restart between any two trades changes no bar', () => {
    fc.assert(
      fc.property(tape, fc.array(fc.nat(59), { maxLength: 5 }), (trades, cuts) => {
        let book = begun();
        const rows: BarRow[] = [];
        trades.forEach((t, i) => {
          book.apply(t);
          if (!cuts.includes(i)) return;
          const taken = book.take();
          rows.push(...(taken?.rows ?? []));
          const from = taken ? asStored(stored(rows), taken.snapshot) : undefined;
          book = new ProductBook(listing, from);
        });
        rows.push(...(book.take()?.rows ?? []));
        checkFinals(rows, trades, barTime(trades.at(-1)?.time ?? 0, '1m'));
      }),
    );
  });

  it('a minute with a hole stays open until the hole is filled', () => {
    const book = begun();
    book.apply(trade(500, T0 + 1_000));
    book.apply(trade(502, T0 + 61_000));
    expect(book.take()?.rows.some((row) => row.bar.final)).toBe(false);
    book.apply(trade(501, T0 + 2_000));
    const closed = book.take()?.rows.filter((row) => row.bar.final && row.interval === '1m');
    expect(closed?.map((row) => row.bar.trades)).toEqual([2]);
  });

  it('a hole that is given up marks the minutes around it and is kept as a gap', () => {
    const book = begun();
    book.apply(trade(500, T0 + 1_000));
    book.apply(trade(510, T0 + 121_000));
    book.abandon(501, 509);
    const taken = book.take();
    expect(taken?.gaps.at(-1)).toEqual({ from: T0, to: T0 + 180_000 });
    expect(
      taken?.rows.find((row) => row.interval === '1m' && row.bar.time === T0)?.bar,
    ).toMatchObject({
      gap: true,
      final: true,
    });
  });

  it('a quiet minute is closed by the word of the venue that nothing newer came', () => {
    const book = begun();
    book.apply(trade(500, T0 + 1_000));
    book.noteNewest(500, T0 + 60_000);
    expect(book.take()?.rows.filter((row) => row.interval === '1m')).toMatchObject([
      { bar: { final: true } },
    ]);
  });

  it('a newer id named by the venue shows a missing tail and closes nothing', () => {
    const book = begun();
    book.apply(trade(500, T0 + 1_000));
    book.noteNewest(503, T0 + 60_000);
    expect(book.tail).toEqual({ from: 501, to: 503 });
    expect(book.take()?.rows.some((row) => row.bar.final)).toBe(false);
  });

  it('a bar of a longer interval whose beginning was not seen says so', () => {
    const book = new ProductBook(listing);
    book.begin(FIRST, T0 + 120_000);
    book.apply(trade(500, T0 + 121_000));
    book.apply(trade(501, T0 + 300_000));
    const row = book.take()?.rows.find((r) => r.interval === '5m');
    expect(row?.bar).toMatchObject({ time: T0, gap: true });
  });
});

/** What the store would give back. */
function asStored(table: ReadonlyMap<string, BarRow>, snapshot: BookSnapshot): StoredBook {
  const open = [...table.values()].filter((row) => !row.bar.final);
  return {
    ...snapshot,
    minutes: open
      .filter((row) => row.interval === '1m')
      .map((row) => row.bar as StoredBook['minutes'][number]),
    gaps: [],
    folded: open.filter(
      (row) =>
        row.interval !== '1m' && row.bar.time + INTERVAL_MS[row.interval] > snapshot.finalThrough,
    ),
  };
}

describe('a book that begins anew', () => {
  /** Closes a trade a minute for `minutes`, and answers the book. */
  function followed(minutes: number): ProductBook {
    const book = begun();
    for (let i = 0; i <= minutes; i += 1) book.apply(trade(FIRST + i, T0 + i * 60_000 + 1_000));
    book.take();
    return book;
  }
  const fiveMinutes = (book: ProductBook) =>
    (book.take()?.rows ?? []).filter(({ interval, bar }) => interval === '5m' && bar.final);

  it('at the minute that is open, with all of it, keeps what the longer bars have', () => {
    const book = followed(3);
    book.begin(9_000_000, T0 + 3 * 60_000);
    for (let i = 0; i < 4; i += 1) {
      book.apply(trade(9_000_000 + i, T0 + (3 + i) * 60_000 + 1_000));
    }
    expect(fiveMinutes(book)).toMatchObject([{ bar: { time: T0, trades: 5, gap: false } }]);
  });

  it('before the minute that is open leaves closed minutes as they are, and marks what comes of them', () => {
    const book = followed(3);
    book.begin(9_000_000, T0 + 60_000);
    expect(book.finalThrough).toBe(T0 + 3 * 60_000);
    expect(book.apply(trade(9_000_000, T0 + 61_000))).toBe('late');
    expect(book.take()?.gaps).toEqual([{ from: T0 + 60_000, to: T0 + 120_000 }]);
  });
});
