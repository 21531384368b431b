import { TestClock } from '@tidemark/clock/test-clock';
import {
  type ExchangeSim,
  type ExchangeSimOptions,
  startExchangeSim,
} from '../../src/exchange-sim.ts';
import { DEFAULT_COINS } from '../../src/products.ts';

/** Ten seconds before a minute ends. */
export const START = Date.UTC(2026, 5, 3, 14, 29, 50);

const COINS = DEFAULT_COINS.filter((coin) => ['bitcoin', 'pepe', 'tether'].includes(coin.id));

/** A simulator of two coins and USDT-USD at a time that stands still. */
export async function startSmallMarket(
  options: ExchangeSimOptions = {},
): Promise<{ sim: ExchangeSim; clock: TestClock }> {
  const clock = new TestClock(START);
  return { sim: await startExchangeSim({ clock, coins: COINS, ...options }), clock };
}
