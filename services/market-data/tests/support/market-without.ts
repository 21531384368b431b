import type { CandleRewrite } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import { LATEST_MS } from '@tidemark/contracts/time';
import { CANDLE_REWRITES } from '@tidemark/contracts/topics';
import { startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { CandleReader } from '@tidemark/market-data/reading/candle-reader';
import { startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { until } from '@tidemark/testkit/until';
import type { TestContext } from 'vitest';

const SPEED = 20;
export const universe = universeOf('bitcoin');
const [bitcoin] = universe.coins;

/** A market of bitcoin at 20 times the speed, from whose first moment on a venue may be away. */
export async function startMarketWithout({ onTestFinished }: TestContext, away: Exchange | null) {
  const clock = scaledClock(SPEED);
  const sim = await startExchangeSim({ clock, seed: 11, limits: false });
  onTestFinished(() => sim.stop());
  if (away) sim.control.down({ venue: away });
  const rig = await startMarketRig({ urls: sim.urls, clock, universe });
  onTestFinished(() => rig.stop());
  const told: CandleRewrite[] = [];
  await rig.bus.subscribe(CANDLE_REWRITES, {
    onBatch: (messages) => void told.push(...messages.map(({ value }) => value)),
  });
  const reader = new CandleReader(rig.candles);
  const bars = async (interval: '1m' | '5m', from = 0) => {
    if (!bitcoin) throw new Error('the universe has bitcoin');
    const range = { from, to: LATEST_MS, limit: 1000 };
    return (await reader.read(bitcoin, 'consolidated', interval, range)).candles;
  };
  await until('a price', () => rig.market.waitingFor() === null);
  return { clock, sim, rig, bars, told };
}
