import type { RateBasis } from '@tidemark/contracts/exchange';

/** USD per unit of what a venue quotes in. */
export interface DollarRate {
  value: number;
  /** How it is known; null: a dollar is a dollar. */
  basis: RateBasis | null;
  /** How far it may be off, as a share of it. */
  uncertainty: number;
}

/** What is quoted in dollars. */
export const DOLLAR: DollarRate = { value: 1, basis: null, uncertainty: 0 };

/** A USDT is taken for a dollar no nearer than this: it has traded at 0.95. */
const PEG_UNCERTAINTY = 0.05;
/** Of a rate that was last known long ago: at once, and more for each day since. */
const LAST_UNCERTAINTY = 0.005;

/** When nothing else is known. */
export const PEG: DollarRate = { value: 1, basis: 'peg', uncertainty: PEG_UNCERTAINTY };

/** A trade, or the middle of a book, of USDT against dollars. ADR 0019. */
export function traded(value: number): DollarRate {
  return { value, basis: 'product', uncertainty: 0.0005 };
}

/** From what a USDC costs in USDT: a USDC is taken for a dollar. */
export function throughUsdc(inUsdt: number): DollarRate {
  return { value: 1 / inUsdt, basis: 'usdc', uncertainty: 0.005 };
}

/**
 * What coins imply that cost so much in dollars and so much in USDT at the same time: the median of their ratios; as
 * uncertain as the ratio that is farthest from it, and no less than 0.1 %. Null without any.
 */
export function implied(ratios: readonly number[]): DollarRate | null {
  const sorted = [...ratios].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) return null;
  const value = (upper + lower) / 2;
  const farthest = Math.max(...sorted.map((ratio) => Math.abs(ratio / value - 1)));
  return { value, basis: 'implied', uncertainty: Math.max(0.001, farthest) };
}

/** The last one that was known, `ageMs` ago. */
export function lastKnown(value: number, ageMs: number): DollarRate {
  const days = Math.max(0, ageMs) / 86_400_000;
  const uncertainty = Math.min(PEG_UNCERTAINTY, LAST_UNCERTAINTY * (1 + days));
  return { value, basis: 'last', uncertainty };
}

/** Whether it is traded now rather than concluded from something else. */
export function isTraded({ basis }: DollarRate): boolean {
  return basis === null || basis === 'product';
}
