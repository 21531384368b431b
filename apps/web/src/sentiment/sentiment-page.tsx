'use client';

import { useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { Skeleton } from '../components/ui/loaded.tsx';
import { changeAddress, usePageCoin } from './address.ts';
import { CoinPicker } from './coin-picker.tsx';
import { useCoinName } from './coin-names.ts';
import { ComparePanel } from './compare-panel.tsx';
import { filtersOf } from './feed/feed-filters.ts';
import { FeedPanel } from './feed/feed-panel.tsx';
import { LeadLagPanel } from './lead-lag/lead-lag-panel.tsx';
import { useSentimentStream } from './live/use-sentiment-stream.ts';
import { ScorePanel } from './scores/score-panel.tsx';
import { SimulatedNotice } from './simulated-notice.tsx';
import { SourcesPanel } from './sources-panel.tsx';
import { TrendPanel } from './trend/trend-panel.tsx';
import { TrendingPanel } from './trending-panel.tsx';

/** Where links at the top lead: on a phone the page is long. */
const PARTS = [
  ['trend', 'Trend'],
  ['news', 'News'],
  ['comparison', 'Comparison'],
  ['sources', 'Sources'],
] as const;

function Waiting() {
  return (
    <div className="grid gap-3 md:gap-4 lg:grid-cols-2">
      <Skeleton className="h-[30rem] w-full rounded-xl" />
      <Skeleton className="h-[30rem] w-full rounded-xl" />
      <Skeleton className="h-96 w-full rounded-xl lg:col-span-2" />
    </div>
  );
}

function Panels() {
  const coin = usePageCoin();
  const name = useCoinName()(coin);
  useSentimentStream(filtersOf(useSearchParams()).coin);
  return (
    <>
      <div className="grid gap-3 md:gap-4 lg:grid-cols-2">
        <ScorePanel coin="market" title="The whole market" />
        <ScorePanel
          coin={coin}
          title={name}
          aside={
            <CoinPicker
              label="Another coin"
              without={(other) => other === coin}
              onChoose={(other) => changeAddress({ coin: other, about: null })}
            />
          }
        />
      </div>
      <TrendPanel coin={coin} name={name} />
      <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <FeedPanel />
        <div className="flex min-w-0 flex-col gap-3 md:gap-4">
          <TrendingPanel />
          <LeadLagPanel coin={coin} name={name} />
        </div>
      </div>
      <ComparePanel />
      <SourcesPanel />
    </>
  );
}

/** What the news says of coins, how that is known, and the news themselves. */
export function SentimentPage() {
  return (
    <div className="mx-auto flex max-w-[100rem] flex-col gap-3 md:gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-lg font-semibold tracking-tight">News & sentiment</h1>
        <nav aria-label="Parts of this page" className="flex flex-wrap gap-x-4 text-xs">
          {PARTS.map(([id, name]) => (
            <a key={id} href={`#${id}`} className="py-1 text-accent hover:underline">
              {name}
            </a>
          ))}
        </nav>
      </div>
      <SimulatedNotice />
      <Suspense fallback={<Waiting />}>
        <Panels />
      </Suspense>
    </div>
  );
}
