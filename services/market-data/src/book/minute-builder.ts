import type { VenueTrade } from '../venues/venue.ts';
import { isOver, type Bar } from './bar.ts';
import { toUnits, VOLUME_PLACES } from './exact.ts';

/** A minute under construction from single trades. The order in which trades come does not matter. */
export interface MinuteBar extends Bar {
  firstId: number;
  lastId: number;
  trades: number;
}

/** Opens a minute with its first known trade. `time` is the minute's open, epoch ms. */
export function openMinute(time: number, trade: VenueTrade): MinuteBar {
  const volume = toUnits(trade.size, VOLUME_PLACES);
  return {
    time,
    open: trade.price,
    high: trade.price,
    low: trade.price,
    close: trade.price,
    volume,
    quoteVolume: volume * toUnits(trade.price, VOLUME_PLACES),
    trades: trade.trades,
    firstId: trade.trade_id,
    lastId: trade.trade_id,
    final: false,
    gap: false,
    source: 'trades',
  };
}

/** Adds one trade, in place. Open and close follow the trade ids, not the order of arrival. */
export function addTrade(bar: MinuteBar, trade: VenueTrade): void {
  if (trade.trade_id < bar.firstId) {
    bar.firstId = trade.trade_id;
    bar.open = trade.price;
  }
  if (trade.trade_id > bar.lastId) {
    bar.lastId = trade.trade_id;
    bar.close = trade.price;
  }
  if (isOver(trade.price, bar.high)) bar.high = trade.price;
  if (isOver(bar.low, trade.price)) bar.low = trade.price;
  const size = toUnits(trade.size, VOLUME_PLACES);
  bar.volume += size;
  bar.quoteVolume += size * toUnits(trade.price, VOLUME_PLACES);
  bar.trades += trade.trades;
}
