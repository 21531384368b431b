import { total } from '@tidemark/accounting/known';
import type { HowComputed } from '@tidemark/contracts/portfolio-value';
import { written } from './figures.ts';
import type { Term } from './how-terms.ts';

/** Terms that are told one by one. */
const MOST_TOLD = 500;

export type How = Pick<
  HowComputed,
  'figure' | 'asset' | 'value' | 'formula' | 'terms' | 'left_out' | 'rest'
>;

/** The largest first, those that are not known before them; what is left out is told as one sum. */
export function told(terms: readonly Term[]): Pick<HowComputed, 'terms' | 'left_out' | 'rest'> {
  const sorted = [...terms].sort((a, b) => {
    if (a.amount === null || b.amount === null) {
      return Number(b.amount === null) - Number(a.amount === null);
    }
    return b.amount.abs().cmp(a.amount.abs());
  });
  const left = sorted.slice(MOST_TOLD);
  return {
    terms: sorted.slice(0, MOST_TOLD).map(view),
    left_out: left.length,
    rest: written(total(left.map(({ amount }) => amount))),
  };
}

function view({ label, amount, quantity, asset, price, time, transactionId }: Term) {
  return {
    ...{ label, amount: written(amount), quantity: written(quantity), asset },
    ...{ price: written(price), time, transaction_id: transactionId },
  };
}
