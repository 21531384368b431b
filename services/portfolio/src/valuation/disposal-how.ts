import type { Disposal } from '@tidemark/accounting/disposal';
import { minus, plus, type Known } from '@tidemark/accounting/known';
import { writeAmount, ZERO } from '@tidemark/ledger/amount';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import { disposalsByTime } from './disposal-rows.ts';
import { written } from './figures.ts';
import { told, type How } from './how-told.ts';
import type { Term } from './how-terms.ts';

/** How the gain of a disposal was computed; null where there is no such disposal. */
export function disposalHow(opened: OpenedBooks, n: number): How | null {
  const disposal = disposalsByTime(opened)[n];
  if (!disposal) return null;
  const { gain, asset } = disposal;
  return {
    ...{ figure: `disposal ${n}`, asset, value: written(gain) },
    formula: '(brought − fees of disposing) − (price paid + fees of acquiring)',
    ...told(termsOf(opened, disposal)),
  };
}

function termsOf(opened: OpenedBooks, disposal: Disposal): Term[] {
  const { quantity, asset, proceeds, cost, fees, disposed, acquired } = disposal;
  const sold = { time: disposed.time, transactionId: opened.idOf(disposed.transaction) };
  const bought = {
    time: acquired?.time ?? null,
    transactionId: acquired && opened.idOf(acquired.transaction),
  };
  const part = { quantity: null, asset, price: null };
  return [
    {
      ...{ ...part, ...sold, quantity },
      ...{ label: 'brought', amount: plus(proceeds, fees.disposing) },
    },
    { ...part, ...sold, label: 'less fees of disposing', amount: less(fees.disposing) },
    {
      ...{ ...part, ...bought, quantity },
      label: `less what ${writeAmount(quantity)} ${asset} had cost${from(disposal)}`,
      amount: less(minus(cost, fees.acquiring)),
    },
    { ...part, ...bought, label: 'less fees of acquiring', amount: less(fees.acquiring) },
  ];
}

function from({ uk, acquired }: Disposal): string {
  if (uk) return `, matched by ${uk.rule.replaceAll('_', ' ')}`;
  return acquired === null ? ', at the average of the pool' : '';
}

function less(value: Known): Known {
  return minus(ZERO, value);
}
