'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Choice } from '../../components/ui/choice.tsx';
import { Loaded, Skeleton } from '../../components/ui/loaded.tsx';
import { PanelBoundary } from '../../components/ui/panel-boundary.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { formatMomentUtc } from '../../format/time.ts';
import { useCoinsQuery, useHistoryQuery, WHILE_SEEN } from '../../market/market-api.ts';
import { formatScore } from '../scores/score-words.ts';
import { useTrendQuery } from '../sentiment-api.ts';
import { useNow } from '../use-now.ts';
import { SPANS, trendRows, type Period, type TrendRow } from './trend-rows.ts';
import { TrendTable } from './trend-table.tsx';

const AGAIN_MS = 60_000;
const MARKET = 'market';
const PERIODS = (['24h', '7d', '30d', '90d'] as const).map((value) => ({
  value,
  label: value.toUpperCase(),
}));

const TrendChart = dynamic(() => import('./trend-chart.tsx').then((module) => module.TrendChart), {
  ssr: false,
  loading: () => <Skeleton className="size-full" />,
});

/** The chart in a sentence. */
function inWords(rows: readonly TrendRow[], name: string): string {
  const known = rows.filter(({ score }) => score !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `No scores of ${name} in this time.`;
  const told = (row: TrendRow) => `${formatScore(row.score)} on ${formatMomentUtc(row.time)} UTC`;
  return `Score of ${name}: ${told(first)}, ${told(last)}; ${known.length} of ${rows.length} ${known.length === 1 ? 'is' : 'are'} known.`;
}

interface TrendPanelProps {
  coin: string;
  name: string;
}

/** How the score went, with the price of the coin below it. */
export function TrendPanel({ coin, name }: TrendPanelProps) {
  const [period, setPeriod] = useState<Period>('24h');
  const [scope, setScope] = useState<'coin' | 'market'>('coin');
  const [isTable, setIsTable] = useState(false);
  const now = useNow(AGAIN_MS);
  const { interval, steps } = SPANS[period];
  const { data: coins } = useCoinsQuery(undefined);
  const withPrice = scope === 'coin' && coins?.some(({ coin_id }) => coin_id === coin) === true;
  const often = { pollingInterval: AGAIN_MS, refetchOnMountOrArgChange: 30, ...WHILE_SEEN };
  const shown = scope === 'coin' ? coin : MARKET;
  const query = useTrendQuery({ coin: shown, period, interval }, often);
  const { currentData: history } = useHistoryQuery(
    { coin, interval, limit: steps + 1 },
    { ...often, skip: !withPrice },
  );
  const title = scope === 'coin' ? name : 'all news';
  return (
    <Panel id="trend" aria-label="Trend" className="scroll-mt-18 pb-3">
      <PanelHeader className="flex-wrap">
        <PanelTitle>Trend</PanelTitle>
        <div className="flex flex-wrap gap-2">
          <Choice
            label="Trend of"
            options={[
              { value: 'coin', label: name },
              { value: 'market', label: 'Market' },
            ]}
            value={scope}
            onChange={setScope}
          />
          <Choice label="Period" options={PERIODS} value={period} onChange={setPeriod} />
        </div>
      </PanelHeader>
      <Loaded query={{ ...query, data: query.currentData }} what="The trend" height="h-88">
        {({ points }) => {
          const rows = trendRows(period, now, points, history?.candles ?? []);
          return (
            <>
              <Legend interval={interval} withPrice={withPrice} known={points.length} />
              <div role="img" aria-label={inWords(rows, title)} className="h-72 pr-1">
                <PanelBoundary title="The trend failed to draw.">
                  <TrendChart rows={rows} period={period} withPrice={withPrice} />
                </PanelBoundary>
              </div>
              <div className="px-4 pt-2">
                <Button aria-expanded={isTable} onClick={() => setIsTable(!isTable)}>
                  {isTable ? 'Hide the table' : 'Show as a table'}
                </Button>
              </div>
              {isTable && <TrendTable rows={rows} withPrice={withPrice} />}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Legend(props: { interval: '1h' | '1d'; withPrice: boolean; known: number }) {
  const { interval, withPrice, known } = props;
  const each = interval === '1h' ? 'hour' : 'day';
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1 px-4 pb-2 text-xs text-muted">
      <span className="flex items-center gap-2">
        <span aria-hidden className="w-4 border-t-2 border-accent" />
        Score at the end of each {each}
      </span>
      {withPrice && (
        <span className="flex items-center gap-2">
          <span aria-hidden className="w-4 border-t-2 border-dashed border-(--slice-2)" />
          Price, USD
        </span>
      )}
      {known < 2 && <span>The line grows with each {each} that news is kept of.</span>}
    </div>
  );
}
