'use client';

import type { LotRow } from '@tidemark/contracts/portfolio-gains';
import { useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { DataTable, type Column } from '../../components/ui/data-table.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { AddressLink } from '../address-link.tsx';
import { useLotsQuery, type ComputedAsked } from '../../portfolio-api/valuation-api.ts';
import { dayText } from '../figures/day-text.ts';
import { Money, MoneyGain, OwnUnitPrice, Quantity } from '../figures/figure.tsx';
import { useReading } from '../figures/reading.tsx';
import { AssetFilter } from './asset-filter.tsx';

type KeyedLot = LotRow & { key: string };

const PAGE = 25;
const NO_COST = 'What it cost is not known: a price of the past is missing.';
const NO_PRICE = 'No price is known.';
const sortAs = (text: string | null) => (text === null ? null : Number(text));

function Acquired({ lot, locale }: { lot: KeyedLot; locale: string }) {
  const { acquired_at: time, transaction_id: transaction } = lot;
  if (time === null) return <span className="text-muted">pool</span>;
  const day = dayText(time, locale);
  if (transaction === null) return <span className="figures">{day}</span>;
  return (
    <AddressLink
      to={{ tab: 'transactions', transaction }}
      className="figures underline-offset-2 hover:text-accent hover:underline"
    >
      {day}
    </AddressLink>
  );
}

function columnsOf(locale: string): Column<KeyedLot>[] {
  return [
    {
      ...{ id: 'asset', label: 'Asset', isTitle: true },
      cell: ({ asset, wallet, term }) => (
        <span className="flex flex-col">
          <span className="flex items-center gap-1.5 font-medium">
            {asset}
            {term !== null && <Badge>{term}</Badge>}
          </span>
          {wallet !== '' && <span className="text-xs text-muted">{wallet}</span>}
        </span>
      ),
      sortBy: ({ asset }) => asset,
    },
    {
      ...{ id: 'acquired', label: 'Acquired' },
      cell: (lot) => <Acquired lot={lot} locale={locale} />,
      sortBy: ({ acquired_at }) => acquired_at,
    },
    {
      ...{ id: 'quantity', label: 'Left', isFigure: true },
      cell: ({ quantity }) => <Quantity amount={quantity} />,
    },
    {
      ...{ id: 'unit_cost', label: 'Cost of one', isFigure: true, className: 'md:max-lg:hidden' },
      cell: ({ unit_cost }) => <OwnUnitPrice amount={unit_cost} reason={NO_COST} />,
    },
    {
      ...{ id: 'cost', label: 'Cost', isFigure: true },
      cell: ({ cost }) => <Money amount={cost} reason={NO_COST} />,
      sortBy: ({ cost }) => sortAs(cost),
    },
    {
      ...{ id: 'value', label: 'Value', isFigure: true },
      cell: ({ value }) => <Money amount={value} reason={NO_PRICE} />,
      sortBy: ({ value }) => sortAs(value),
    },
    {
      ...{ id: 'unrealised', label: 'Gain or loss', isFigure: true },
      cell: ({ unrealised, cost }) => (
        <MoneyGain amount={unrealised} reason={cost === null ? NO_COST : NO_PRICE} />
      ),
      sortBy: ({ unrealised }) => sortAs(unrealised),
    },
  ];
}

function Lots({ lots }: { lots: readonly LotRow[] }) {
  const { locale } = useReading();
  const [shown, setShown] = useState(PAGE);
  if (lots.length === 0) return <p className="px-4 pb-6 text-muted">Nothing is held.</p>;
  const rows = lots.map((lot, index) => ({ ...lot, key: String(index) }));
  return (
    <DataTable
      caption="What is left of each purchase"
      columns={columnsOf(locale)}
      rows={rows}
      rowKey={({ key }) => key}
      limit={shown}
      foot={
        shown < lots.length && (
          <div className="border-t border-line px-4 py-3 text-center">
            <Button onClick={() => setShown(shown + PAGE)}>
              Show {Math.min(PAGE, lots.length - shown)} more
            </Button>
          </div>
        )
      }
    />
  );
}

/** What was acquired and is there still, purchase by purchase. */
export function LotsPanel({ asked }: { asked: ComputedAsked & { asset?: string | undefined } }) {
  const query = useLotsQuery(asked);
  return (
    <Panel aria-label="Open lots" className="overflow-hidden">
      <PanelHeader className="flex-wrap">
        <PanelTitle>
          Open lots{' '}
          <span className="font-normal text-muted">{query.currentData?.length ?? ''}</span>
        </PanelTitle>
        <AssetFilter portfolioId={asked.portfolioId} asset={asked.asset} />
      </PanelHeader>
      <Loaded query={{ ...query, data: query.currentData }} what="The lots" height="h-64">
        {(lots) => <Lots lots={lots} />}
      </Loaded>
    </Panel>
  );
}
