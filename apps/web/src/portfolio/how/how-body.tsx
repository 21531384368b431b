'use client';

import type { HowComputed } from '@tidemark/contracts/portfolio-value';
import type { ReactNode } from 'react';
import { DataTable, type Column } from '../../components/ui/data-table.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { AddressLink } from '../address-link.tsx';
import { dayText, momentText } from '../figures/day-text.ts';
import { Money, Percent, Quantity, Unknown, OwnUnitPrice } from '../figures/figure.tsx';
import { useReading } from '../figures/reading.tsx';
import { METHOD_WORDS } from '../method-words.ts';

type Term = HowComputed['terms'][number];

/** Figures that are no money; the terms of the first are none either. */
const PERCENTAGES: readonly string[] = ['time_weighted', 'money_weighted'];
const POINTS = 'time_weighted';
const WHY_NOT: Readonly<Record<string, string>> = {
  money_weighted: 'There is not one rate of a year: under a year, or none or several solve it.',
  time_weighted: 'The value of a day is not known.',
};
const NO_PRICE = 'A price that it needs is missing, or a transaction was not booked.';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <dt className="text-2xs text-muted">{name}</dt>
      <dd className="text-[0.8125rem] break-words">{children}</dd>
    </div>
  );
}

function Value({ how }: { how: HowComputed }) {
  if (how.value !== null && PERCENTAGES.includes(how.figure)) {
    const percent = Number(how.value);
    return Number.isFinite(percent) ? <Percent percent={percent} sign="exceptZero" /> : how.value;
  }
  if (how.value !== null) return <Money amount={how.value} />;
  return (
    <>
      <Unknown />
      <span className="block text-[0.8125rem] font-normal tracking-normal text-muted">
        {WHY_NOT[how.figure] ?? NO_PRICE}
      </span>
    </>
  );
}

/** What a term adds: money, or points of percent. */
function TermAmount({ figure, amount }: { figure: string; amount: string | null }) {
  if (figure !== POINTS || amount === null) {
    return <Money amount={amount} reason="No price is known." />;
  }
  return <Percent percent={Number(amount)} sign="exceptZero" />;
}

function termColumns(
  figure: string,
  locale: string,
  onLeave: () => void,
): Column<Term & { key: string }>[] {
  return [
    {
      ...{ id: 'label', label: 'Term', isTitle: true },
      cell: ({ label, transaction_id, time }) => (
        <span className="flex flex-col gap-0.5">
          <span className="break-words">{label}</span>
          <span className="text-xs text-muted">
            {time !== null && <span>{dayText(time, locale)}</span>}
            {time !== null && transaction_id !== null && ' · '}
            {transaction_id !== null && (
              <AddressLink
                to={{ tab: 'transactions', transaction: transaction_id }}
                onFollow={onLeave}
              >
                to the transaction
              </AddressLink>
            )}
          </span>
        </span>
      ),
    },
    {
      ...{ id: 'quantity', label: 'Quantity', isFigure: true },
      cell: ({ quantity, asset }) =>
        quantity === null ? '' : <Quantity amount={quantity} asset={asset ?? ''} />,
    },
    {
      ...{ id: 'price', label: 'Price', isFigure: true },
      cell: ({ price }) => (price === null ? '' : <OwnUnitPrice amount={price} />),
    },
    {
      ...{ id: 'amount', label: 'Amount', isFigure: true },
      cell: ({ amount }) => <TermAmount figure={figure} amount={amount} />,
    },
  ];
}

interface HowBodyProps {
  how: HowComputed;
  /** A link out of the dialog was followed. */
  onLeave: () => void;
}

/** A figure with its formula, what it was computed by, and the rows that it is the sum of. */
export function HowBody({ how, onLeave }: HowBodyProps) {
  const { locale } = useReading();
  const rows = how.terms.map((term, index) => ({ ...term, key: String(index) }));
  return (
    <div className="flex flex-col gap-4">
      <p className="text-2xl font-semibold tracking-tight" data-testid="how-value">
        <Value how={how} />
      </p>
      <div className="rounded-md bg-raised px-3 py-2.5">
        <p className="text-2xs text-muted">Formula</p>
        <p className="font-mono text-[0.8125rem] break-words" data-testid="how-formula">
          {how.formula}
        </p>
      </div>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Fact name="Method">{METHOD_WORDS[how.method]}</Fact>
        <Fact name="Convention">{how.convention}</Fact>
        <Fact name="Currency">{how.currency}</Fact>
        <Fact name="As of">{momentText(how.as_of, locale)} UTC</Fact>
      </dl>
      {rows.length === 0 ? (
        <p className="text-muted">There is nothing that it is the sum of.</p>
      ) : (
        <DataTable
          caption={`What ${how.figure} is the sum of`}
          columns={termColumns(how.figure, locale, onLeave)}
          rows={rows}
          rowKey={({ key }) => key}
          className="-mx-4 sm:-mx-5"
        />
      )}
      {how.left_out > 0 && (
        <Notice>
          {how.left_out} smaller terms are not listed; together they are{' '}
          <TermAmount figure={how.figure} amount={how.rest} />.
        </Notice>
      )}
    </div>
  );
}
