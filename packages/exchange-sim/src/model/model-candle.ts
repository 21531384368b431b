import { formatBigUnits, formatUnits } from '../decimal.ts';
import type { BookCandle } from '../venue-book.ts';
import type { ProductTree } from './product-tree.ts';
import type { Bar } from './span.ts';
import { type Turnover, turnoverOf } from './turnover.ts';
import { minutesUntil } from './until-now.ts';

/** Share of the volume that takers bought, where it is not summed up. */
const USUAL_TAKER_SHARE = 0.5;

/** A bar that ends before `to` as the book's candle, at `now`. */
export function candleOf(
  tree: ProductTree,
  bar: Bar,
  to: number,
  now: number,
  exact: boolean,
): BookCandle {
  const { tickDecimals, lotDecimals } = tree.product.listing;
  const turnover = exact
    ? turnoverOf(minutesUntil(tree, bar.time, Math.min(now, to - 1)))
    : usualTurnover(bar);
  return {
    time: bar.time,
    open: formatUnits(bar.open, tickDecimals),
    high: formatUnits(bar.high, tickDecimals),
    low: formatUnits(bar.low, tickDecimals),
    close: formatUnits(bar.close, tickDecimals),
    volume: formatUnits(bar.volume, lotDecimals),
    quoteVolume: formatBigUnits(turnover.quote, tickDecimals + lotDecimals),
    takerBase: formatBigUnits(turnover.takerBase, lotDecimals),
    takerQuote: formatBigUnits(turnover.takerQuote, tickDecimals + lotDecimals),
    trades: bar.trades,
    raw: bar.raw,
    firstRaw: bar.firstRaw,
    lastRaw: bar.firstRaw + bar.raw - 1,
  };
}

function usualTurnover(bar: Bar): Turnover {
  const typical = Math.round((bar.open + bar.high + bar.low + bar.close) / 4);
  const taken = Math.round(bar.volume * USUAL_TAKER_SHARE);
  return {
    quote: BigInt(typical) * BigInt(bar.volume),
    takerBase: BigInt(taken),
    takerQuote: BigInt(typical) * BigInt(taken),
  };
}
