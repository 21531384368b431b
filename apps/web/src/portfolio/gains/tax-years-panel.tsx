'use client';

import type { Gains } from '@tidemark/contracts/portfolio-gains';
import { DataTable, type Column } from '../../components/ui/data-table.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { AddressLink } from '../address-link.tsx';
import { pathOf } from '../../portfolio-api/portfolio-api.ts';
import { DownloadButton } from '../download/download-button.tsx';
import { Money, MoneyGain } from '../figures/figure.tsx';
import type { AccountingMethod } from '../method-words.ts';

type Year = Gains['years'][number];

const NO_PRICE = 'A price of the past is missing, or a transaction was not booked.';
const NO_AGE = 'A pool knows no age.';

interface TaxYearsPanelProps {
  portfolioId: string;
  gains: Gains;
  /** The method of the address; undefined: the portfolio's own. */
  asked: AccountingMethod | undefined;
}

function Files({
  portfolioId,
  year,
  asked,
}: {
  portfolioId: string;
  year: number;
  asked: AccountingMethod | undefined;
}) {
  return (
    <span className="flex flex-wrap gap-2 md:justify-end">
      <DownloadButton
        path={pathOf(portfolioId, '/disposals.csv', { year, method: asked })}
        name={`disposals-${year}.csv`}
        what={`the disposals of ${year}`}
      >
        CSV
      </DownloadButton>
      <DownloadButton
        path={pathOf(portfolioId, '/report.pdf', { year, method: asked })}
        name={`report-${year}.pdf`}
        what={`the report of ${year}`}
      >
        PDF
      </DownloadButton>
    </span>
  );
}

function columnsOf({ portfolioId, gains, asked }: TaxYearsPanelProps): Column<Year>[] {
  const isPool = gains.method === 'average' || gains.method === 'uk_pool';
  const money = (id: 'proceeds' | 'cost' | 'income', label: string): Column<Year> => ({
    ...{ id, label, isFigure: true },
    cell: (year) => <Money amount={year[id]} reason={NO_PRICE} />,
  });
  const gain = (
    id: 'gain' | 'short_term' | 'long_term' | 'currency_gains',
    label: string,
    className?: string,
  ): Column<Year> => ({
    ...{ id, label, isFigure: true, className: className ?? '' },
    cell: (year) => (
      <MoneyGain amount={year[id]} reason={isPool && id.endsWith('_term') ? NO_AGE : NO_PRICE} />
    ),
  });
  return [
    {
      ...{ id: 'year', label: 'Year', isTitle: true },
      cell: ({ year, disposals }) => (
        <span className="flex items-baseline gap-2">
          <AddressLink
            to={{ year: String(year) }}
            className="figures font-medium hover:text-accent"
          >
            {year}
          </AddressLink>
          <span className="text-xs whitespace-nowrap text-muted">
            {disposals} {disposals === 1 ? 'disposal' : 'disposals'}
          </span>
        </span>
      ),
    },
    money('proceeds', 'Proceeds'),
    money('cost', 'Cost'),
    gain('gain', 'Gain'),
    gain('short_term', 'Short-term', 'md:max-xl:hidden'),
    gain('long_term', 'Long-term', 'md:max-xl:hidden'),
    money('income', 'Income'),
    gain('currency_gains', 'Of other money', 'md:max-xl:hidden'),
    {
      ...{ id: 'files', label: 'Files', isFigure: true, className: 'max-md:col-span-2' },
      cell: ({ year }) => <Files portfolioId={portfolioId} year={year} asked={asked} />,
    },
  ];
}

/** Gains and income of each year, with what a tax return asks for. */
export function TaxYearsPanel(props: TaxYearsPanelProps) {
  const { years } = props.gains;
  return (
    <Panel aria-label="Tax years" className="overflow-hidden">
      <PanelHeader>
        <PanelTitle>Tax years</PanelTitle>
        <span className="text-xs text-muted">calendar years, UTC</span>
      </PanelHeader>
      {years.length === 0 ? (
        <p className="px-4 pb-6 text-muted">
          Nothing was sold, spent or earned yet: there is no gain to tell. It comes with the first
          sale or income among the{' '}
          <AddressLink to={{ tab: 'transactions' }}>transactions</AddressLink>.
        </p>
      ) : (
        <DataTable
          caption="Gains and income by year"
          columns={columnsOf(props)}
          rows={years}
          rowKey={({ year }) => String(year)}
        />
      )}
    </Panel>
  );
}
