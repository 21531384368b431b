import type { Amount } from '@tidemark/ledger/amount';

/** Comparing with a number makes an amount of it first, which counts where it is done for every row. */
export function isZero({ c }: Amount): boolean {
  return c[0] === 0;
}

export function isNegative(amount: Amount): boolean {
  return amount.s < 0 && !isZero(amount);
}

export function isPositive(amount: Amount): boolean {
  return amount.s > 0 && !isZero(amount);
}
