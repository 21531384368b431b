import type { Amount } from '@tidemark/ledger/amount';

export function isZero(amount: Amount): boolean {
  return amount.eq(0);
}

export function isNegative(amount: Amount): boolean {
  return amount.lt(0);
}

export function isPositive(amount: Amount): boolean {
  return amount.gt(0);
}
