import { sumOf } from '../../format/amount.ts';

/** The exact sum of decimals; null where one of them is not known. */
export function sumOrNull(amounts: readonly (string | null)[]): string | null {
  let sum = '0';
  for (const amount of amounts) {
    if (amount === null) return null;
    sum = sumOf(sum, amount);
  }
  return sum;
}
