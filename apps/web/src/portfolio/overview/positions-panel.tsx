'use client';

import type { PortfolioPerformance, Position } from '@tidemark/contracts/portfolio-value';
import { Badge } from '../../components/ui/badge.tsx';
import { DataTable, type Column } from '../../components/ui/data-table.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { AddressLink } from '../address-link.tsx';
import { useAssetNames } from '../coin-names.ts';
import { DownloadButton } from '../download/download-button.tsx';
import {
  Money,
  MoneyGain,
  Percent,
  PercentGain,
  Quantity,
  UnitPrice,
  Unknown,
} from '../figures/figure.tsx';
import { HowButton } from '../how/how-button.tsx';
import { WatchStar } from '../../watchlist/watch-star.tsx';
import { TargetsButton } from '../targets/targets-dialog.tsx';
import { PriceMark } from './price-mark.tsx';

const NO_PRICE = 'No price is known.';
const NO_COST = 'What it cost is not known: a price of the past is missing.';

const sortAs = (text: string | null) => (text === null ? null : Number(text));

type Names = ReturnType<typeof useAssetNames>;

function AssetCell({ position, names }: { position: Position; names: Names }) {
  const { asset, coin_id, kind } = position;
  const name = names(asset, coin_id);
  return (
    <span className="flex min-w-0 items-center gap-1">
      {coin_id !== null && (
        <WatchStar coinId={coin_id} name={name ?? asset} className="-my-1 -ml-2" />
      )}
      <span className="flex min-w-0 flex-col md:max-w-44">
        <span className="flex items-center gap-1.5 font-medium">
          <AddressLink to={{ tab: 'gains', asset, year: null }} className="hover:text-accent">
            {asset}
          </AddressLink>
          {kind === 'other' && (
            <Badge title="No coin of the market is known by this name">No market</Badge>
          )}
        </span>
        {name !== null && name !== asset && (
          <span className="truncate text-xs text-muted">{name}</span>
        )}
      </span>
    </span>
  );
}

function Gain({ position }: { position: Position }) {
  const { asset, value, cost, unrealised, unrealised_percent } = position;
  const reason = value === null ? NO_PRICE : NO_COST;
  return (
    <span className="flex items-center gap-1 md:justify-end">
      <span className="flex flex-col md:items-end">
        <MoneyGain amount={unrealised} reason={reason} />
        {(cost !== null || value === null) && unrealised_percent !== null && (
          <PercentGain percent={unrealised_percent} className="text-xs" />
        )}
      </span>
      <HowButton question={{ title: `Gain on ${asset}`, figure: 'unrealised', asset }} />
    </span>
  );
}

function Drift({ position: { target_percent, drift_percent } }: { position: Position }) {
  if (target_percent === null) return <Unknown reason="No target is set." />;
  return (
    <span className="flex flex-col md:items-end">
      <Percent percent={drift_percent} sign="exceptZero" reason={NO_PRICE} />
      <span className="text-xs text-muted">
        of <Percent percent={target_percent} />
      </span>
    </span>
  );
}

function columnsOf(names: Names, hasTargets: boolean): Column<Position>[] {
  const columns: Column<Position>[] = [
    {
      ...{ id: 'asset', label: 'Asset', isTitle: true },
      cell: (position) => <AssetCell position={position} names={names} />,
      sortBy: ({ asset }) => asset,
    },
    {
      ...{ id: 'quantity', label: 'Quantity', isFigure: true },
      cell: ({ quantity }) => <Quantity amount={quantity} />,
    },
    {
      ...{ id: 'price', label: 'Price', isFigure: true },
      cell: ({ price }) => (
        <span className="flex flex-col md:items-end">
          <UnitPrice amount={price?.amount ?? null} reason={NO_PRICE} />
          {price !== null && <PriceMark price={price} />}
        </span>
      ),
      sortBy: ({ price }) => sortAs(price?.amount ?? null),
    },
    {
      ...{ id: 'value', label: 'Value', isFigure: true },
      cell: ({ value }) => <Money amount={value} reason={NO_PRICE} className="font-medium" />,
      sortBy: ({ value }) => sortAs(value),
    },
    {
      ...{ id: 'today', label: 'Today', isFigure: true, className: 'md:max-lg:hidden' },
      cell: ({ today }) => (
        <MoneyGain amount={today} reason="Its price at midnight is not known." />
      ),
      sortBy: ({ today }) => sortAs(today),
    },
    {
      ...{ id: 'cost', label: 'Cost', isFigure: true, className: 'md:max-lg:hidden' },
      cell: ({ cost }) => <Money amount={cost} reason={NO_COST} />,
      sortBy: ({ cost }) => sortAs(cost),
    },
    {
      ...{ id: 'gain', label: 'Gain or loss', isFigure: true },
      cell: (position) => <Gain position={position} />,
      sortBy: ({ unrealised }) => sortAs(unrealised),
    },
    {
      ...{ id: 'share', label: 'Share', isFigure: true },
      cell: ({ share_percent }) => (
        <Percent percent={share_percent} isShare reason="The value of all is not known." />
      ),
      sortBy: ({ share_percent }) => share_percent,
    },
  ];
  const drift: Column<Position> = {
    ...{ id: 'drift', label: 'Off target', isFigure: true, className: 'md:max-lg:hidden' },
    cell: (position) => <Drift position={position} />,
    sortBy: ({ drift_percent }) => drift_percent,
  };
  return hasTargets ? [...columns, drift] : columns;
}

interface PositionsPanelProps {
  portfolioId: string;
  performance: PortfolioPerformance;
}

/** Everything that is held. */
export function PositionsPanel({ portfolioId, performance }: PositionsPanelProps) {
  const names = useAssetNames();
  const { positions } = performance;
  const hasTargets = positions.some(({ target_percent }) => target_percent !== null);
  return (
    <Panel aria-label="Positions" className="overflow-hidden">
      <PanelHeader>
        <PanelTitle>
          Positions <span className="font-normal text-muted">{positions.length}</span>
        </PanelTitle>
        {positions.length > 0 && (
          <div className="flex flex-wrap justify-end gap-2">
            <TargetsButton portfolioId={portfolioId} positions={positions} />
            <DownloadButton
              path={`portfolio/${portfolioId}/positions.csv`}
              name="positions.csv"
              what="positions"
            >
              CSV
            </DownloadButton>
          </div>
        )}
      </PanelHeader>
      {positions.length === 0 ? (
        <p className="px-4 pb-6 text-muted">
          Nothing is held now. What was sold is under{' '}
          <AddressLink to={{ tab: 'gains' }}>Lots & gains</AddressLink>.
        </p>
      ) : (
        <DataTable
          caption="What is held, with its price, value, cost and gain"
          columns={columnsOf(names, hasTargets)}
          rows={positions}
          rowKey={({ asset }) => asset}
        />
      )}
    </Panel>
  );
}
