import { expect, test } from 'vitest';
import type { Listing } from '../coins/listing.ts';
import type { ProductBook } from '../book/product-book.ts';
import { FinalWatch } from './final-watch.ts';

const T0 = Date.UTC(2026, 5, 1, 12);
const minutes = (n: number) => T0 + n * 60_000;

function market(options: { unlisted?: Listing['exchange']; rateThrough?: () => number } = {}) {
  const book = (exchange: Listing['exchange'], quote: Listing['quote']) =>
    ({ listing: { coinId: 'bitcoin', exchange, product: exchange, quote }, finalThrough: T0 }) as {
      -readonly [K in 'listing' | 'finalThrough']: ProductBook[K];
    };
  const binance = book('binance', 'USDT');
  const coinbase = book('coinbase', 'USD');
  const watch = new FinalWatch({
    expected: ({ listing }) => listing.exchange !== options.unlisted,
    rateThrough: options.rateThrough ?? (() => Infinity),
  });
  const all = () => watch.look([binance, coinbase] as ProductBook[]);
  const look = () =>
    all()
      .filter(({ inTurn }) => !inTurn)
      .map(({ interval, range }) => [
        interval,
        (range.from - T0) / 60_000,
        (range.to - T0) / 60_000,
      ]);
  return { binance, coinbase, all, look };
}

test('while venues close in turn, says which bars became final by it', () => {
  const { binance, coinbase, all } = market();
  all();
  binance.finalThrough = minutes(1);
  expect(all()).toEqual([]);
  coinbase.finalThrough = minutes(1);
  expect(all()).toMatchObject([{ interval: '1m', range: { from: T0 }, inTurn: true }]);
});

test('from nothing known, the bars that end now are told and no history', () => {
  const { binance, coinbase, all } = market();
  binance.finalThrough = coinbase.finalThrough = 0;
  all();
  binance.finalThrough = coinbase.finalThrough = minutes(5);
  expect(all()).toMatchObject([
    { interval: '1m', range: { from: minutes(4), to: minutes(5) }, inTurn: true },
    { interval: '5m', range: { from: T0, to: minutes(5) }, inTurn: true },
  ]);
});

test('says nothing while venues close in turn', () => {
  const { binance, coinbase, look } = market();
  look();
  for (let minute = 1; minute <= 10; minute += 1) {
    binance.finalThrough = minutes(minute);
    expect(look()).toEqual([]);
    coinbase.finalThrough = minutes(minute);
    expect(look()).toEqual([]);
  }
});

test.each(['binance', 'coinbase'] as const)(
  'tells of each bar that becomes final without %s, a minute after its end, at every interval',
  (away) => {
    const { binance, coinbase, look } = market();
    const alive = away === 'binance' ? coinbase : binance;
    look();
    alive.finalThrough = minutes(1);
    expect(look()).toEqual([]);
    for (let minute = 2; minute <= 5; minute += 1) {
      alive.finalThrough = minutes(minute);
      expect(look()).toEqual([['1m', minute - 2, minute - 1]]);
    }
    alive.finalThrough = minutes(6);
    expect(look()).toEqual([
      ['1m', 4, 5],
      ['5m', 0, 5],
    ]);
  },
);

test('tells again of what a venue closes late', () => {
  const { binance, coinbase, look } = market();
  look();
  coinbase.finalThrough = minutes(11);
  look();
  binance.finalThrough = minutes(4);
  expect(look()).toEqual([['1m', 0, 4]]);
  binance.finalThrough = minutes(11);
  expect(look()).toEqual([
    ['1m', 4, 10],
    ['5m', 0, 10],
  ]);
});

test('a rate that is away is waited for like a venue', () => {
  let through = T0;
  const { binance, coinbase, look } = market({ rateThrough: () => through });
  look();
  binance.finalThrough = coinbase.finalThrough = minutes(2);
  expect(look()).toEqual([['1m', 0, 1]]);
  through = minutes(3);
  binance.finalThrough = coinbase.finalThrough = minutes(3);
  // It became final without the rate, and is another one with it.
  expect(look()).toEqual([['1m', 0, 1]]);
});

test('a product that its venue does not have is not waited for', () => {
  const { coinbase, look } = market({ unlisted: 'binance' });
  look();
  coinbase.finalThrough = minutes(2);
  expect(look()).toEqual([]);
});

test('a rate that closes late changes the bars that were final without it', () => {
  let rate = T0;
  const { binance, coinbase, look } = market({ rateThrough: () => rate });
  look();
  binance.finalThrough = coinbase.finalThrough = minutes(3);
  expect(look()).toEqual([['1m', 0, 2]]);
  rate = minutes(1);
  expect(look()).toEqual([['1m', 0, 1]]);
  rate = minutes(3);
  expect(look()).toEqual([['1m', 1, 2]]);
});
