import type { PriceNode } from './price-node.ts';

/** A span of a product's time with everything that happened in it. Sizes are in lots, ids are the venue's. */
export interface Span {
  level: number;
  /** Epoch ms. */
  start: number;
  price: PriceNode;
  /** Trades as the venue's trade id counts them (Binance: aggregate trades). */
  trades: number;
  /** Raw trades: equal to `trades` where the venue does not aggregate. */
  raw: number;
  volume: number;
  firstId: number;
  firstRaw: number;
}

/** A candle in ticks and lots. */
export interface Bar {
  /** Epoch ms of the open. */
  time: number;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
  trades: number;
  raw: number;
  firstId: number;
  firstRaw: number;
}

/** Extends `bar` by one that follows it. */
export function extendBar(bar: Bar, next: Bar): void {
  bar.high = Math.max(bar.high, next.high);
  bar.low = Math.min(bar.low, next.low);
  bar.close = next.close;
  bar.volume += next.volume;
  bar.trades += next.trades;
  bar.raw += next.raw;
}
