import { trimZeros } from '../decimal.ts';
import { isoMicros, type SimTrade } from '../sim-trade.ts';
import type { DayStats, Quote } from '../venue-book.ts';

/** Grows with the trade id and leaves gaps, as on the wire. */
export function sequenceOf(tradeId: number): number {
  return tradeId * 17 + ((Math.imul(tradeId, 2654435761) >>> 0) % 11);
}

/** An order's id, made from the trade's: version and variant bits as in a random UUID. */
function orderId(tradeId: number, salt: number): string {
  const word = (n: number): string =>
    (Math.imul(tradeId + n * 977, 2654435761 ^ (salt * 40503)) >>> 0).toString(16).padStart(8, '0');
  const [a, b, c, d] = [word(1), word(2), word(3), word(4)];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

/** `match`, or the `last_match` that opens a subscription. `side` is the maker's. */
export function matchFrame(
  product: string,
  trade: SimTrade,
  type: 'match' | 'last_match' = 'match',
): string {
  return (
    `{"type":"${type}","trade_id":${trade.id},"maker_order_id":"${orderId(trade.id, 1)}",` +
    `"taker_order_id":"${orderId(trade.id, 2)}","side":"${makerSide(trade)}",` +
    `"size":"${trimZeros(trade.size)}","price":"${trade.price}","product_id":"${product}",` +
    `"sequence":${sequenceOf(trade.id)},"time":"${isoMicros(trade.time, trade.micros)}"}`
  );
}

/** `ticker` or `ticker_batch`, sent as type `ticker`; `side` is the taker's. */
export function tickerFrame(
  product: string,
  trade: SimTrade,
  quote: Quote,
  stats: DayStats,
): string {
  const price = Number(trade.price);
  return (
    `{"type":"ticker","sequence":${sequenceOf(trade.id)},"product_id":"${product}","price":"${trade.price}",` +
    `"open_24h":"${stats.open}","volume_24h":"${stats.volume}",` +
    `"low_24h":"${price < Number(stats.low) ? trade.price : stats.low}",` +
    `"high_24h":"${price > Number(stats.high) ? trade.price : stats.high}",` +
    `"volume_30d":"${stats.volume30d}","best_bid":"${quote.bid}","best_bid_size":"${quote.bidSize}",` +
    `"best_ask":"${quote.ask}","best_ask_size":"${quote.askSize}","side":"${trade.side}",` +
    `"time":"${isoMicros(trade.time, trade.micros)}","trade_id":${trade.id},"last_size":"${trimZeros(trade.size)}"}`
  );
}

export function heartbeatFrame(product: string, lastTradeId: number, now: number): string {
  return JSON.stringify({
    type: 'heartbeat',
    last_trade_id: lastTradeId,
    product_id: product,
    sequence: sequenceOf(lastTradeId),
    time: isoMicros(now, 0),
  });
}

/** The resting order's side: the other one than the taker's. */
export function makerSide(trade: SimTrade): 'buy' | 'sell' {
  return trade.side === 'buy' ? 'sell' : 'buy';
}
