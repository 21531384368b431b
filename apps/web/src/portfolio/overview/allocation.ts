import type { Position } from '@tidemark/contracts/portfolio-value';
import { sumOf } from '../../format/amount.ts';

/** Colours there are to tell parts by; what is smaller than those is one part. */
export const MOST_SLICES = 8;

export interface Slice {
  /** Null: all the smaller ones together. */
  asset: string | null;
  /** How many assets are in it. */
  count: number;
  value: string;
  percent: number;
  /** `--slice-1` and so on. */
  color: string;
}

/** The parts of a whole, largest first. What is worth nothing, or less, is no part of it. */
export function slicesOf(positions: readonly Position[]): Slice[] {
  const parts = positions
    .flatMap(({ asset, value }) => (value !== null && Number(value) > 0 ? [{ asset, value }] : []))
    .toSorted((a, b) => Number(b.value) - Number(a.value));
  const whole = Number(parts.map(({ value }) => value).reduce(sumOf, '0'));
  const most = parts.length > MOST_SLICES ? MOST_SLICES - 1 : MOST_SLICES;
  const slices = parts.slice(0, most).map(({ asset, value }, index): Slice => ({
    ...{ asset, value, count: 1, color: `var(--slice-${index + 1})` },
    percent: (100 * Number(value)) / whole,
  }));
  const rest = parts.slice(most);
  if (rest.length === 0) return slices;
  const value = rest.map((part) => part.value).reduce(sumOf, '0');
  const percent = (100 * Number(value)) / whole;
  const color = 'var(--slice-rest)';
  return [...slices, { asset: null, count: rest.length, value, percent, color }];
}
