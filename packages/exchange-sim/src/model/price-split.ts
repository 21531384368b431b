import type { PriceNode } from './price-node.ts';
import type { Random } from './random.ts';

/** Range of a driftless Brownian path over its standard deviation: E[max - min] = sqrt(8/π) σ. */
const RANGE_OVER_SIGMA = Math.sqrt(8 / Math.PI);

/** A tentative path: boundaries of the parts, and each part's extremes. */
interface Path {
  at: number[];
  high: number[];
  low: number[];
}

/**
 * Splits a candle into parts by a Brownian bridge from its open to its close whose steps follow the parts' activity,
 * then stretches what lies above max(open, close) and below min(open, close) so that one part attains the high and
 * one the low. The stretch keeps order, so every part holds low <= open, close <= high.
 */
export function splitPrice(
  node: PriceNode,
  activity: readonly number[],
  random: Random,
): PriceNode[] {
  const path = bridge(node, activity, random);
  const stretch = stretcher(node, Math.max(...path.high), Math.min(...path.low));
  const parts = activity.map((busy, i): PriceNode => {
    const open = i === 0 ? node.open : stretch(path.at[i] as number);
    const close = i === activity.length - 1 ? node.close : stretch(path.at[i + 1] as number);
    return {
      open,
      close,
      high: Math.max(open, close, stretch(path.high[i] as number)),
      low: Math.min(open, close, stretch(path.low[i] as number)),
      activity: busy,
    };
  });
  attainExtremes(node, parts, path);
  return parts;
}

function bridge(node: PriceNode, activity: readonly number[], random: Random): Path {
  const sigma = (node.high - node.low) / RANGE_OVER_SIGMA;
  const total = activity.reduce((sum, busy) => sum + busy, 0);
  const steps = activity.map((busy) => sigma * Math.sqrt(busy / total));
  const walk = [0];
  for (const [i, step] of steps.entries()) walk.push((walk[i] as number) + step * random.normal());
  const miss = node.close - node.open - (walk[steps.length] as number);
  const path: Path = { at: [], high: [], low: [] };
  let passed = 0;
  for (let i = 0; i <= steps.length; i += 1) {
    path.at.push(node.open + (walk[i] as number) + miss * (passed / total));
    passed += activity[i] ?? 0;
  }
  for (const [i, step] of steps.entries()) addExtremes(path, i, step, random);
  return path;
}

/** Highest and lowest of a bridge across part `i`; see `bridgeMaximum`. */
function addExtremes(path: Path, i: number, step: number, random: Random): void {
  const from = path.at[i] as number;
  const end = (path.at[i + 1] as number) - from;
  const above = (end + Math.sqrt(end * end + 2 * step * step * random.exponential())) / 2;
  const below = (-end + Math.sqrt(end * end + 2 * step * step * random.exponential())) / 2;
  path.high.push(from + above);
  path.low.push(from - below);
}

/** The order-keeping map that fixes open and close and takes [lowest, highest] onto the node's own range. */
function stretcher(node: PriceNode, highest: number, lowest: number): (price: number) => number {
  const top = Math.max(node.open, node.close);
  const bottom = Math.min(node.open, node.close);
  const up = highest > top ? (node.high - top) / (highest - top) : 0;
  const down = lowest < bottom ? (bottom - node.low) / (bottom - lowest) : 0;
  return (price) => {
    if (price > top) return Math.min(node.high, top + (price - top) * up);
    if (price < bottom) return Math.max(node.low, bottom - (bottom - price) * down);
    return price;
  };
}

function attainExtremes(node: PriceNode, parts: PriceNode[], path: Path): void {
  const highest = parts[path.high.indexOf(Math.max(...path.high))];
  const lowest = parts[path.low.indexOf(Math.min(...path.low))];
  if (highest) highest.high = node.high;
  if (lowest) lowest.low = node.low;
}
