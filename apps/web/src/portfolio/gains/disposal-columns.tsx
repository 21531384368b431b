import { Badge } from '../../components/ui/badge.tsx';
import type { Column } from '../../components/ui/data-table.tsx';
import { AddressLink } from '../address-link.tsx';
import { dayText } from '../figures/day-text.ts';
import { Money, MoneyGain, Quantity } from '../figures/figure.tsx';
import { HowButton } from '../how/how-button.tsx';
import type { KeyedDisposal } from './use-disposals.ts';
import type { AccountingMethod } from '../method-words.ts';

const NO_PRICE = 'A price that it needs is missing.';
const RULES = {
  same_day: 'Same day',
  thirty_days: '30 days',
  section_104: 'Section 104',
} as const;

function What({ row }: { row: KeyedDisposal }) {
  const { asset, quantity, kind, role, wallet, disposed_by } = row;
  const [transaction] = disposed_by;
  return (
    <span className="flex flex-col">
      <span className="font-medium">
        <Quantity amount={quantity} asset={asset} />
      </span>
      <span className="text-xs text-muted">
        {role === 'fee' ? 'fee of a ' : ''}
        {kind.replaceAll('_', ' ')}
        {wallet !== '' && ` · ${wallet}`}
        {transaction !== undefined && (
          <>
            {' · '}
            <AddressLink to={{ tab: 'transactions', transaction }}>transaction</AddressLink>
          </>
        )}
      </span>
    </span>
  );
}

function Acquired({ row, locale }: { row: KeyedDisposal; locale: string }) {
  const [transaction] = row.acquired_by;
  if (row.acquired_at === null) return <span className="text-muted">pool</span>;
  const day = dayText(row.acquired_at, locale);
  if (transaction === undefined) return <span className="figures">{day}</span>;
  return (
    <AddressLink
      to={{ tab: 'transactions', transaction }}
      className="figures underline-offset-2 hover:text-accent hover:underline"
    >
      {day}
    </AddressLink>
  );
}

function Term({ row: { term, rule } }: { row: KeyedDisposal }) {
  return (
    <span className="flex gap-1">
      {term !== null && <Badge>{term}</Badge>}
      {rule !== null && <Badge tone="accent">{RULES[rule]}</Badge>}
    </span>
  );
}

/** @param method that the list was asked by; undefined: the portfolio's own */
export function disposalColumns(
  locale: string,
  method: AccountingMethod | undefined,
): Column<KeyedDisposal>[] {
  return [
    {
      ...{ id: 'what', label: 'Disposed of', isTitle: true },
      cell: (row) => <What row={row} />,
    },
    {
      ...{ id: 'disposed', label: 'On' },
      cell: ({ disposed_at }) => <span className="figures">{dayText(disposed_at, locale)}</span>,
    },
    {
      ...{ id: 'acquired', label: 'Acquired' },
      cell: (row) => <Acquired row={row} locale={locale} />,
    },
    {
      ...{ id: 'term', label: 'Term', className: 'md:max-lg:hidden' },
      cell: (row) => <Term row={row} />,
    },
    {
      ...{ id: 'proceeds', label: 'Proceeds', isFigure: true },
      cell: ({ proceeds }) => <Money amount={proceeds} reason={NO_PRICE} />,
    },
    {
      ...{ id: 'cost', label: 'Cost', isFigure: true },
      cell: ({ cost }) => <Money amount={cost} reason={NO_PRICE} />,
    },
    {
      ...{ id: 'gain', label: 'Gain', isFigure: true },
      cell: ({ n, asset, gain }) => (
        <span className="flex items-center gap-1 md:justify-end">
          <MoneyGain amount={gain} reason={NO_PRICE} />
          <HowButton
            question={{
              ...{ title: `Gain of a disposal of ${asset}`, disposal: n },
              ...(method !== undefined && { method }),
            }}
          />
        </span>
      ),
    },
  ];
}
