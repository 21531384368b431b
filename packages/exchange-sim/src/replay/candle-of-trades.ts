import { formatBigUnits, parseUnits, trimZeros } from '../decimal.ts';
import type { SimTrade } from '../sim-trade.ts';
import type { BookCandle } from '../venue-book.ts';

/** Digits after the point that no price or size of a venue passes. */
const SCALE = 12;

/** The exact candle of trades in the order of their ids; undefined when there are none. */
export function candleOfTrades(time: number, trades: readonly SimTrade[]): BookCandle | undefined {
  const first = trades[0];
  const last = trades.at(-1);
  if (!first || !last) return undefined;
  const prices = trades.map((trade) => parseUnits(trade.price, SCALE));
  const taken = trades.filter((trade) => trade.side === 'buy');
  return {
    time,
    open: first.price,
    high: write(
      prices.reduce((a, b) => (b > a ? b : a)),
      SCALE,
    ),
    low: write(
      prices.reduce((a, b) => (b < a ? b : a)),
      SCALE,
    ),
    close: last.price,
    volume: write(sumSizes(trades), SCALE),
    quoteVolume: write(sumTurnover(trades), 2 * SCALE),
    takerBase: write(sumSizes(taken), SCALE),
    takerQuote: write(sumTurnover(taken), 2 * SCALE),
    trades: trades.length,
    raw: trades.reduce((sum, trade) => sum + trade.lastRaw - trade.firstRaw + 1, 0),
    firstRaw: first.firstRaw,
    lastRaw: last.lastRaw,
  };
}

function sumSizes(trades: readonly SimTrade[]): bigint {
  return trades.reduce((sum, trade) => sum + parseUnits(trade.size, SCALE), 0n);
}

function sumTurnover(trades: readonly SimTrade[]): bigint {
  return trades.reduce(
    (sum, trade) => sum + parseUnits(trade.price, SCALE) * parseUnits(trade.size, SCALE),
    0n,
  );
}

function write(units: bigint, decimals: number): string {
  return trimZeros(formatBigUnits(units, decimals));
}
