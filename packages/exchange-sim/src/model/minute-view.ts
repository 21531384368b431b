import { formatUnits, trimZeros } from '../decimal.ts';
import type { SimListing } from '../products.ts';
import type { SimTrade } from '../sim-trade.ts';
import type { Quote } from '../venue-book.ts';
import type { MinuteTrades } from './minute-trades.ts';
import type { Bar } from './span.ts';

/** Number of trades in the minute at or before `now` (epoch ms). */
export function countUntil(minute: MinuteTrades, now: number): number {
  const limit = (now - minute.start + 1) * 1000;
  let low = 0;
  let high = minute.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((minute.micros[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Trade `index` of the minute, as the venue writes it. */
export function tradeAt(minute: MinuteTrades, index: number, listing: SimListing): SimTrade {
  const micros = minute.micros[index] as number;
  return {
    id: minute.firstId + index,
    firstRaw: minute.firstRaw[index] as number,
    lastRaw: (minute.firstRaw[index + 1] as number) - 1,
    price: formatUnits(minute.price[index] as number, listing.tickDecimals),
    size: formatUnits(minute.size[index] as number, listing.lotDecimals),
    time: minute.start + Math.floor(micros / 1000),
    micros: micros % 1000,
    side: minute.buy[index] ? 'buy' : 'sell',
  };
}

/** The candle of the first `count` trades (at least one) of a minute. */
export function barOfFirst(minute: MinuteTrades, count: number): Bar {
  const first = minute.price[0] as number;
  const firstRaw = minute.firstRaw[0] as number;
  const bar: Bar = {
    time: minute.start,
    open: first,
    high: first,
    low: first,
    close: minute.price[count - 1] as number,
    volume: 0,
    trades: count,
    raw: (minute.firstRaw[count] as number) - firstRaw,
    firstId: minute.firstId,
    firstRaw,
  };
  for (let i = 0; i < count; i += 1) {
    const price = minute.price[i] as number;
    if (price > bar.high) bar.high = price;
    if (price < bar.low) bar.low = price;
    bar.volume += minute.size[i] as number;
  }
  return bar;
}

/** Half-width that quotes keep around the last trade, as a share of the price. */
const SPREAD = 0.00002;

/** Best bid and ask after trade `index`: a buyer took the ask, a seller the bid. Sizes come from the id. */
export function quoteAfter(
  minute: MinuteTrades,
  index: number,
  listing: SimListing,
  salt = 0,
): Quote {
  const id = minute.firstId + index;
  const price = minute.price[index] as number;
  const noise = (Math.imul(id + salt * 7919, 2654435761) >>> 0) / 4294967296;
  const spread = Math.max(1, Math.round(price * SPREAD * (0.5 + noise)));
  const bid = Math.max(1, minute.buy[index] ? price - spread : price);
  const size = Math.max(1, minute.size[index] as number);
  return {
    bid: formatUnits(bid, listing.tickDecimals),
    ask: formatUnits(bid + spread, listing.tickDecimals),
    bidSize: trimZeros(formatUnits(Math.ceil(size * (0.5 + 4 * noise)), listing.lotDecimals)),
    askSize: trimZeros(formatUnits(Math.ceil(size * (4.5 - 4 * noise)), listing.lotDecimals)),
  };
}
