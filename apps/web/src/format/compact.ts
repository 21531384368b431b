import { MISSING } from './missing.ts';

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

/** The same in dollars: `$1.20B`. */
export function formatCompactUsd(value: number | null | undefined): string {
  const text = formatCompact(value);
  return text === MISSING ? text : `$${text}`;
}
