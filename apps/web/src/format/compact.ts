import { MISSING } from './price.ts';

const compact = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** A large number in few letters: `1.20B`, `845.00K`; `—` for none. */
export function formatCompact(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  return compact.format(value);
}

const count = new Intl.NumberFormat('en-US');

/** A count of things: whole up to 99,999, then in few letters. */
export function formatCount(value: number): string {
  return value < 100_000 ? count.format(value) : compact.format(value);
}

/** A large sum in few letters: `$1.20B`. */
export function formatCompactUsd(value: number | null | undefined): string {
  const text = formatCompact(value);
  return text === MISSING ? text : `$${text}`;
}
