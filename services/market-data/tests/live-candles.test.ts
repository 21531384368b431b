import {
  CandleUpdateSchema,
  INTERVALS,
  type CandleExchange,
  type CandleUpdate,
  type Interval,
} from '@tidemark/contracts/candle';
import { EXCHANGES } from '@tidemark/contracts/exchange';
import { CANDLE_UPDATES } from '@tidemark/contracts/topics';
import { startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { CandleReader } from '@tidemark/market-data/reading/candle-reader';
import { LATEST_MS } from '@tidemark/contracts/time';
import { startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { until } from '@tidemark/testkit/until';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const SPEED = 20;
const WHOSE = ['consolidated', ...EXCHANGES] as const;
const universe = universeOf('bitcoin', 'ethereum');
const stops: (() => Promise<void>)[] = [];
/** What was told, the last of each candle. */
const told = new Map<string, CandleUpdate>();
let read: (coin: string, whose: CandleExchange, interval: Interval) => Promise<CandleUpdate[]>;
let silence: () => void;

const nameOf = (candle: CandleUpdate) =>
  [candle.coin_id, candle.exchange, candle.interval, candle.time].join('|');

/** Series of five minutes of which a closed bar was told. */
function wholeFives(): number {
  const closed = [...told.values()].filter(({ interval, final }) => interval === '5m' && final);
  return new Set(closed.map(({ coin_id, exchange }) => `${coin_id} ${exchange}`)).size;
}

beforeAll(async () => {
  const clock = scaledClock(SPEED);
  const sim = await startExchangeSim({ clock, seed: 5, limits: false });
  const rig = await startMarketRig({ urls: sim.urls, clock, universe });
  stops.push(
    () => sim.stop(),
    () => rig.stop(),
  );
  await rig.bus.subscribe(CANDLE_UPDATES, {
    onBatch: (messages) => {
      for (const { value } of messages) told.set(nameOf(value), value);
    },
  });
  const reader = new CandleReader(rig.candles);
  read = async (coinId, whose, interval) => {
    const coin = universe.coin(coinId);
    if (!coin) throw new RangeError(coinId);
    const { candles, ...of } = await reader.read(coin, whose, interval, {
      ...{ from: 0, to: LATEST_MS, limit: 1000 },
    });
    return candles.map((candle) => ({ ...of, ...candle }));
  };
  silence = () => {
    for (const venue of EXCHANGES) sim.control.down({ venue });
  };
  await until('a price', () => rig.market.waitingFor() === null);
  await until('whole bars of five minutes', () => wholeFives() === 2 * WHOSE.length, 90_000);
}, 150_000);
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

const series = WHOSE.flatMap((whose) =>
  universe.coins.flatMap(({ coinId }) => INTERVALS.map((i) => [coinId, whose, i] as const)),
);

test('closed candles on the stream are those of the API, to the last digit', async () => {
  let compared = 0;
  for (const one of series) {
    const times = [...told.values()]
      .filter((candle) => [candle.coin_id, candle.exchange, candle.interval].join() === one.join())
      .map(({ time }) => time);
    // A bar may be made whole between a look at it and the next, when a venue that lacked has closed it: both tell that.
    const closed = await vi.waitFor(async () => {
      const all = await read(...one);
      const known = all.filter(({ final, time }) => final && time >= Math.min(...times));
      expect(known.map((candle) => told.get(nameOf(candle)))).toEqual(known);
      return known;
    }, 10_000);
    compared += closed.length;
  }
  // A minute and five of them, of two coins at all venues.
  expect(compared).toBeGreaterThanOrEqual(2 * WHOSE.length * 2);
}, 60_000);

test('open candles on the stream are those of the API at every interval, once nothing is traded', async () => {
  silence();
  const check = Compile(CandleUpdateSchema);
  for (const one of series) {
    await vi.waitFor(async () => {
      const newest = (await read(...one)).at(-1);
      expect(newest && told.get(nameOf(newest)), one.join(' ')).toEqual(newest);
    }, 15_000);
  }
  expect([...told.values()].filter((candle) => !check.Check(candle))).toEqual([]);
}, 60_000);
