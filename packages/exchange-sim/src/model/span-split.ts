import { apportion } from './apportion.ts';
import { fanOut, levelMs, MINUTE_MS } from './levels.ts';
import type { PriceNode } from './price-node.ts';
import { LEAST_TRADES_A_MINUTE } from './product-days.ts';
import type { Random } from './random.ts';
import type { Span } from './span.ts';

/**
 * Splits a span into its parts: trades, raw trades and lots follow the parts' activity with noise of the product's
 * own, and sum exactly. Every minute keeps its least trades, every trade at least one raw trade, every raw trade at
 * least one lot.
 */
export function splitSpan(span: Span, prices: readonly PriceNode[], random: Random): Span[] {
  const partMs = levelMs(span.level + 1);
  const least = (LEAST_TRADES_A_MINUTE * partMs) / MINUTE_MS;
  const busy = prices.map((price) => price.activity * Math.exp(0.2 * random.normal()));
  const heavy = prices.map((price) => price.activity ** 1.3 * Math.exp(0.3 * random.normal()));
  const spareTrades = apportion(span.trades - least * fanOut(span.level), busy);
  const trades = spareTrades.map((spare) => spare + least);
  const extra = apportion(span.raw - span.trades, trades);
  const spareLots = apportion(span.volume - span.raw, heavy);
  return number(span, prices, partMs, trades, extra, spareLots);
}

function number(
  span: Span,
  prices: readonly PriceNode[],
  partMs: number,
  trades: Float64Array,
  extra: Float64Array,
  spareLots: Float64Array,
): Span[] {
  let { firstId, firstRaw } = span;
  return prices.map((price, i) => {
    const count = trades[i] as number;
    const raw = count + (extra[i] as number);
    const volume = raw + (spareLots[i] as number);
    const part = { level: span.level + 1, start: span.start + i * partMs, price };
    const counted = { ...part, trades: count, raw, volume, firstId, firstRaw };
    firstId += count;
    firstRaw += raw;
    return counted;
  });
}
