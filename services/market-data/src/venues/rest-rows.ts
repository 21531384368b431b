import { isPositive, isSaneTime } from './frame-fields.ts';
import { VenueRestError } from './rest-error.ts';
import type { VenueCandle, VenueTrade } from './venue.ts';

/** Pages that one call reads at most. */
export const MAX_PAGES = 100;

/** @throws VenueRestError `bad_answer` for a price or size of zero, or a time that cannot be */
export function checkTrade(trade: VenueTrade, now: number): VenueTrade {
  const sound = isPositive(trade.price) && isPositive(trade.size) && isSaneTime(trade.time, now);
  if (sound && trade.trades >= 1) return trade;
  throw new VenueRestError(trade.exchange, 'bad_answer', `trade ${JSON.stringify(trade)}`);
}

/** Oldest first, each id once. */
export function inOrder(trades: readonly VenueTrade[]): VenueTrade[] {
  const byId = new Map(trades.map((trade) => [trade.trade_id, trade]));
  return [...byId.values()].sort((a, b) => a.trade_id - b.trade_id);
}

/** Closed candles that open in [from, to) and saw a trade; oldest first, each bar once. */
export function closedCandles(
  candles: readonly VenueCandle[],
  bounds: { from: number; to: number; intervalMs: number; now: number },
): VenueCandle[] {
  const byTime = new Map<number, VenueCandle>();
  for (const candle of candles) {
    const wanted = candle.time >= bounds.from && candle.time < bounds.to;
    const closed = candle.time + bounds.intervalMs <= bounds.now;
    if (wanted && closed && isPositive(candle.volume)) byTime.set(candle.time, candle);
  }
  return [...byTime.values()].sort((a, b) => a.time - b.time);
}
