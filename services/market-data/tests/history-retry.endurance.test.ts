import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { VENUES } from '@tidemark/exchange-sim/model/product';
import { type ExchangeSim, startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { type MarketRig, startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { until } from '@tidemark/testkit/until';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MarketTables } from '../src/tables.ts';

const COINS = ['bitcoin', 'ethereum'];
/** Three intervals of each product: the coins on both venues, and what gives the dollar rate. */
const HISTORIES = 3 * universeOf(...COINS).listings.length;
/** Bars of an hour in 90 days, but for those that the newest minutes and a bar that is open may cost. */
const HOURS = 90 * 24 - 2;

const clock = scaledClock(4);
let sim: ExchangeSim;
let dataDir: string;
beforeAll(async () => {
  sim = await startExchangeSim({ clock, seed: 7, limits: false });
  dataDir = await mkdtemp(join(tmpdir(), 'tidemark-history-'));
});
afterAll(async () => {
  await sim.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const start = () =>
  startMarketRig({
    urls: sim.urls,
    clock,
    dataDir,
    universe: universeOf(...COINS),
    config: { HISTORY_BACKFILL: true },
  });

const historyOf = ({ market }: MarketRig) => market.feeds().history;

async function hoursOf(rig: MarketRig): Promise<number[]> {
  const hour = { from: clock.now() - 90 * INTERVAL_MS['1d'], to: clock.now(), limit: 10_000 };
  const bars = rig.universe.listings.map((listing) => rig.candles.bars(listing, '1h', hour));
  return (await Promise.all(bars)).map((all) => all.length);
}

it('history that a venue fails to give is named with the reason, and fetched again until it is there', async () => {
  for (const venue of VENUES) sim.control.delayRest({ venue, delayMs: 400 });
  const rig = await start();
  try {
    await until('a first part', () => historyOf(rig).done >= 2, 60_000);
    for (const venue of VENUES) sim.control.restDown({ venue, ms: 3_600_000 });
    await until('both venues to fail', () => historyOf(rig).failed >= 2, 60_000);
    const { missing, missing_total: total, done } = historyOf(rig);
    // The minutes just before the beginning, which no stream told, may be missing beside the histories.
    expect(total).toBeGreaterThanOrEqual(HISTORIES - done);
    expect(missing).toHaveLength(total);
    const [worst] = missing;
    expect(worst?.attempts).toBeGreaterThanOrEqual(1);
    expect(worst?.reason).toMatch(/^(binance|coinbase): .*(klines|candles): /);
    expect(Date.parse(worst?.next_attempt ?? '')).toBeGreaterThan(clock.now() - 1_000);
    sim.control.clear({});
    await until('all of it', () => historyOf(rig).done === HISTORIES, 60_000);
    await until('the minutes before the beginning', () => historyOf(rig).missing_total === 0);
    expect(historyOf(rig)).toMatchObject({ failed: 0, missing: [] });
    for (const hours of await hoursOf(rig)) expect(hours).toBeGreaterThan(HOURS);
  } finally {
    await rig.stop();
  }
}, 120_000);

it('a history that the store says is done and has only a part of is fetched at the next start', async () => {
  const rig = await start();
  const db = rig.database.as<MarketTables>();
  const progress = () => db.selectFrom('history_progress').selectAll().execute();
  await until('all of it', async () => (await progress()).length === HISTORIES, 60_000);
  await db
    .deleteFrom('candles')
    .where('interval', '=', '1h')
    .where('time', '<', new Date(clock.now() - 2 * INTERVAL_MS['1d']))
    .execute();
  for (const hours of await hoursOf(rig)) expect(hours).toBeLessThan(60);
  await rig.stop();
  const next = await start();
  try {
    const whole = async () => (await hoursOf(next)).every((hours) => hours > HOURS);
    await until('the hours', whole, 60_000);
    expect(historyOf(next).total).toBeLessThan(HISTORIES);
  } finally {
    await next.stop();
  }
}, 120_000);
