import type { Known } from '@tidemark/accounting/known';
import { Amount, writeAmount } from '@tidemark/ledger/amount';

export function written(value: Known): string | null {
  return value && writeAmount(value);
}

/** The amount that was written; null where it was not known. */
export function read(text: string | null): Known {
  return text === null ? null : new Amount(text);
}

/** A part of a whole in percent; null where either is not known, or the whole is not above zero. */
export function percentOf(part: Known, whole: Known): number | null {
  if (part === null || whole === null || !whole.gt(0)) return null;
  return toPercent(Number(part) / Number(whole));
}

/** A fraction in percent; null where a number cannot hold it. */
export function toPercent(fraction: number): number | null {
  const percent = fraction * 100;
  return Number.isFinite(percent) ? percent : null;
}
