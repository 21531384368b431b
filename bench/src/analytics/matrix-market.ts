import type { Database } from '@tidemark/database/database';
import { RATE_LISTING } from '@tidemark/market-data/coins/rate-listings';
import { defaultUniverse, Universe } from '@tidemark/market-data/coins/universe';
import { storeHistory } from './history.ts';
import { openDatabase } from './subject.ts';

/** Bars of a backtest, and those before it that warm its rules. */
export const BACKTEST_BARS = 20_000;
const WARMING_BARS = 1_000;
/** Hours of the coins of a matrix: 30 days and a little. */
const MATRIX_BARS = 31 * 24;
const COINS = 50;

/** A coin with the history that a long backtest takes. */
export const BACKTESTED = 'bitcoin';

/** As many coins as one request may name: the default ones, and others made after them. */
export function universeOfFifty(): Universe {
  const { coins } = defaultUniverse();
  const others = Array.from({ length: COINS - coins.length }, (_, i) => madeCoin(`made-${i}`));
  return new Universe([...coins, ...others]);
}

/** A database with hourly candles: of fifty coins 31 days, of one what a long backtest takes, from both its venues. */
export async function openMatrixMarket(universe: Universe): Promise<Database> {
  const database = await openDatabase();
  for (const { coinId, listings } of universe.coins) {
    const long = coinId === BACKTESTED;
    const count = long ? BACKTEST_BARS + WARMING_BARS : MATRIX_BARS;
    const stored = long ? [...listings, RATE_LISTING] : listings.filter((l) => l.quote === 'USD');
    for (const listing of stored) {
      await storeHistory(database, { listing, interval: '1h', count });
    }
  }
  return database;
}

function madeCoin(coinId: string) {
  const product = `${coinId.toUpperCase()}-USD`;
  const listing = { exchange: 'coinbase', product, coinId, quote: 'USD' } as const;
  return { coinId, symbol: coinId, name: coinId, listings: [listing] };
}
