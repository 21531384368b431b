'use client';

import type { PortfolioHistory } from '@tidemark/contracts/portfolio-history';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Choice } from '../../components/ui/choice.tsx';
import { Loaded, Skeleton } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { WHILE_SEEN } from '../../market/market-api.ts';
import { usePortfolioHistoryQuery } from '../../portfolio-api/history-api.ts';
import { DownloadButton } from '../download/download-button.tsx';
import { dayText } from '../figures/day-text.ts';
import { moneyText, percentText } from '../figures/number-text.ts';
import { useReading, type Reading } from '../figures/reading.tsx';
import { BenchmarkToggles } from './benchmark-toggles.tsx';
import { HistoryTable } from './history-table.tsx';
import { RANGE_OPTIONS } from './ranges.ts';
import { daysWithoutValue, drawnDays, type Benchmark, type HistoryPoint } from './series.ts';
import { useRange } from './use-range.ts';

/** The last day is not over: its value moves. */
const HISTORY_MS = 60_000;

const HistoryChart = dynamic(
  () => import('./history-chart.tsx').then((module) => module.HistoryChart),
  { ssr: false, loading: () => <Skeleton className="size-full" /> },
);

/** The chart in a sentence. */
function chartWords(points: readonly HistoryPoint[], asPercent: boolean, reading: Reading): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return 'No days yet.';
  const { locale, isHidden } = reading;
  const when = `from ${dayText(first.day, locale)} to ${dayText(last.day, locale)}`;
  const told = (point: HistoryPoint) => {
    if (asPercent || isHidden) {
      const percent = point.time_weighted_percent;
      return percent === null ? 'not known' : percentText(percent, locale, 'exceptZero');
    }
    return point.value === null ? 'not known' : moneyText(point.value, reading);
  };
  return `${asPercent ? 'Return' : 'Value'} ${when}: first ${told(first)}, last ${told(last)}.`;
}

/** What is not in the picture, and why. */
function Holes({ history }: { history: PortfolioHistory }) {
  const { locale } = useReading();
  const { gaps, history: progress, points } = history;
  const count = daysWithoutValue(points);
  if (count === 0 && progress.ready >= progress.assets) return null;
  return (
    <p className="px-4 text-xs text-notice">
      {progress.ready < progress.assets &&
        `Past prices are being fetched: ${progress.ready} of ${progress.assets} coins. `}
      {count > 0 && `${count} ${count === 1 ? 'day has' : 'days have'} no value. `}
      {gaps.slice(0, 3).map(({ asset, from, to }) => (
        <span key={`${asset}${from}`}>
          No price of {asset} from {dayText(from, locale)} to {dayText(to, locale)}.{' '}
        </span>
      ))}
      {gaps.length > 3 && `And ${gaps.length - 3} more such gaps.`}
    </p>
  );
}

interface BodyProps {
  history: PortfolioHistory;
  benchmarks: readonly Benchmark[];
  asPercent: boolean;
}

function Body({ history, benchmarks, asPercent }: BodyProps) {
  const reading = useReading();
  const { points } = history;
  if (points.length < 2) {
    return (
      <p className="m-auto max-w-xs px-4 py-16 text-center text-muted">
        The line begins when there are two days to draw: come back tomorrow.
      </p>
    );
  }
  return (
    <>
      {daysWithoutValue(points) === points.length && (
        <p className="px-4 text-muted">
          No day has a known value yet: a price of each is missing. The line comes with the prices.
        </p>
      )}
      <div
        role="img"
        aria-label={chartWords(points, asPercent, reading)}
        className="h-72 px-2 md:h-80"
      >
        <HistoryChart days={drawnDays(points)} benchmarks={benchmarks} asPercent={asPercent} />
      </div>
      <Holes history={history} />
    </>
  );
}

type Kind = 'value' | 'return';
const KINDS = [
  { value: 'value', label: 'Value' },
  { value: 'return', label: 'Return' },
] as const satisfies { value: Kind; label: string }[];

/** What the portfolio was worth, from the first transaction on, as a chart and as a table. */
export function HistoryPanel({ portfolioId }: { portfolioId: string }) {
  const { isHidden } = useReading();
  const { range, from, choose } = useRange();
  const [kind, setKind] = useState<Kind>('value');
  const [benchmarks, setBenchmarks] = useState<readonly Benchmark[]>(['cash']);
  const [isTable, setIsTable] = useState(false);
  const query = usePortfolioHistoryQuery(
    { portfolioId, from },
    { ...WHILE_SEEN, pollingInterval: HISTORY_MS },
  );
  const asPercent = kind === 'return' || isHidden;
  return (
    <Panel aria-label="History" className="gap-2 pb-3">
      <PanelHeader className="flex-wrap">
        <PanelTitle>History</PanelTitle>
        <div className="flex flex-wrap gap-2">
          {!isHidden && (
            <Choice label="Kind of chart" options={KINDS} value={kind} onChange={setKind} />
          )}
          <Choice label="Range" options={RANGE_OPTIONS} value={range} onChange={choose} />
        </div>
      </PanelHeader>
      {!asPercent && <BenchmarkToggles chosen={benchmarks} onChange={setBenchmarks} />}
      <Loaded query={{ ...query, data: query.currentData }} what="The history" height="h-80">
        {(history) => (
          <>
            <Body history={history} benchmarks={benchmarks} asPercent={asPercent} />
            <div className="flex flex-wrap items-center justify-between gap-2 px-4">
              <Button aria-expanded={isTable} onClick={() => setIsTable(!isTable)}>
                {isTable ? 'Hide the table' : 'Show as a table'}
              </Button>
              <DownloadButton
                path={`portfolio/${portfolioId}/history.csv`}
                name="history.csv"
                what="history"
              >
                CSV
              </DownloadButton>
            </div>
            {isTable && <HistoryTable points={history.points} />}
          </>
        )}
      </Loaded>
    </Panel>
  );
}
