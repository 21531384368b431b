'use client';

import { Loaded } from '../../components/ui/loaded.tsx';
import { Button } from '../../components/ui/button.tsx';
import { DataTable } from '../../components/ui/data-table.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { changeAddress } from '../address.ts';
import type { DisposalsAsked } from '../../portfolio-api/valuation-api.ts';
import { useReading } from '../figures/reading.tsx';
import { AssetFilter } from './asset-filter.tsx';
import { Choose } from '../../components/ui/choose.tsx';
import { disposalColumns } from './disposal-columns.tsx';
import { useDisposals } from './use-disposals.ts';

const ALL = '';

interface DisposalsPanelProps {
  asked: DisposalsAsked;
  /** In which there are any. */
  years: readonly number[];
}

function nothingThere({ year, asset }: DisposalsAsked): string {
  if (year === undefined && asset === undefined) return 'Nothing was disposed of yet.';
  const what = asset === undefined ? 'Nothing' : `No ${asset}`;
  return `${what} was disposed of${year === undefined ? '' : ` in ${year}`}.`;
}

/** Every disposal, a page at a time, newest first. */
export function DisposalsPanel({ asked, years }: DisposalsPanelProps) {
  const { locale } = useReading();
  const { query, rows, hasMore, more } = useDisposals(asked);
  const { portfolioId, method, year, asset } = asked;
  return (
    <Panel aria-label="Disposals" className="overflow-hidden">
      <PanelHeader className="flex-wrap">
        <PanelTitle>Disposals</PanelTitle>
        <div className="flex min-w-0 flex-wrap gap-3">
          <Choose
            label="Year"
            options={[
              { value: ALL, label: 'All' },
              ...years.map((each) => ({ value: String(each), label: String(each) })),
            ]}
            value={year === undefined ? ALL : String(year)}
            onChange={(value) => changeAddress({ year: value === ALL ? null : value })}
          />
          <AssetFilter portfolioId={portfolioId} asset={asset} />
        </div>
      </PanelHeader>
      <Loaded query={{ ...query, data: rows }} what="The disposals" height="h-64">
        {(disposals) =>
          disposals.length === 0 ? (
            <p className="px-4 pb-6 text-muted">{nothingThere(asked)}</p>
          ) : (
            <DataTable
              caption="Disposals with their proceeds, cost and gain"
              columns={disposalColumns(locale, method)}
              rows={disposals}
              rowKey={({ key }) => key}
              foot={
                hasMore && (
                  <div className="border-t border-line px-4 py-3 text-center">
                    <Button onClick={more} disabled={query.isFetching}>
                      {query.isFetching ? 'Loading…' : 'Show more'}
                    </Button>
                  </div>
                )
              }
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
