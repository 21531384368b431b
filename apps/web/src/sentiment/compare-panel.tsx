'use client';

import type { Sentiment } from '@tidemark/contracts/sentiment';
import { X } from 'lucide-react';
import { useState } from 'react';
import { DataTable, type Column } from '../components/ui/data-table.tsx';
import { Loaded } from '../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../components/ui/panel.tsx';
import { WHILE_SEEN } from '../market/market-api.ts';
import { CoinLink } from './coin-link.tsx';
import { useCoinName } from './coin-names.ts';
import { CoinPicker } from './coin-picker.tsx';
import { ScoreBar } from './scores/score-bar.tsx';
import { formatScore, wholePercent } from './scores/score-words.ts';
import { ShareBar } from './scores/share-bar.tsx';
import { useCompareQuery } from './sentiment-api.ts';

const AGAIN_MS = 60_000;
const FIRST: readonly string[] = ['bitcoin', 'ethereum', 'solana', 'xrp'];
/** The service compares 30; more than these are no small table. */
const MOST = 12;

interface Names {
  nameOf: (coinId: string) => string;
  onRemove: (coinId: string) => void;
  isLast: boolean;
}

function columnsOf({ nameOf, onRemove, isLast }: Names): Column<Sentiment>[] {
  return [
    {
      ...{ id: 'coin', label: 'Coin', isTitle: true },
      cell: ({ coin_id }) => (
        <span className="flex items-center gap-2 max-md:justify-between">
          <CoinLink coin={coin_id} className="font-medium">
            {nameOf(coin_id)}
          </CoinLink>
          {!isLast && (
            <button
              type="button"
              aria-label={`Compare without ${nameOf(coin_id)}`}
              onClick={() => onRemove(coin_id)}
              className="flex size-6 items-center justify-center rounded text-muted hover:bg-raised hover:text-foreground"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          )}
        </span>
      ),
      sortBy: ({ coin_id }) => nameOf(coin_id),
    },
    {
      ...{ id: 'score', label: 'Score', isFigure: true },
      cell: ({ score }) => (
        <span className="flex items-center gap-3 md:justify-end">
          <ScoreBar score={score} className="max-w-32 max-md:hidden" />
          <span className="figures md:w-14">{formatScore(score)}</span>
        </span>
      ),
      sortBy: ({ score }) => score,
    },
    {
      ...{ id: 'shares', label: 'Bad, neutral, good' },
      cell: (sentiment) => (
        <>
          <ShareBar shares={sentiment} />
          <span className="sr-only">
            {sentiment.score === null
              ? 'no news'
              : `${wholePercent(sentiment.negative_pct)} bad, ${wholePercent(sentiment.neutral_pct)} neutral, ${wholePercent(sentiment.positive_pct)} good`}
          </span>
        </>
      ),
      className: 'md:w-1/5',
    },
    {
      ...{ id: 'stories', label: 'Stories', isFigure: true },
      cell: ({ stories }) => <span className="figures">{stories}</span>,
      sortBy: ({ stories }) => stories,
    },
    {
      ...{ id: 'confidence', label: 'Confidence', isFigure: true },
      cell: ({ score, confidence }) => (
        <span className="figures">{score === null ? '—' : wholePercent(confidence * 100)}</span>
      ),
      sortBy: ({ score, confidence }) => (score === null ? null : confidence),
    },
  ];
}

/** Several coins beside each other. */
export function ComparePanel() {
  const [coins, setCoins] = useState(FIRST);
  const query = useCompareQuery(coins, { pollingInterval: AGAIN_MS, ...WHILE_SEEN });
  const nameOf = useCoinName();
  const columns = columnsOf({
    nameOf,
    onRemove: (coin) => setCoins(coins.filter((other) => other !== coin)),
    isLast: coins.length === 1,
  });
  return (
    <Panel id="comparison" aria-label="Comparison" className="scroll-mt-18 pb-1">
      <PanelHeader>
        <PanelTitle>Comparison</PanelTitle>
        {coins.length < MOST && (
          <CoinPicker
            label="Compare with"
            without={(coin) => coins.includes(coin)}
            onChoose={(coin) => setCoins([...coins, coin])}
          />
        )}
      </PanelHeader>
      <Loaded query={query} what="The comparison" height="h-52">
        {(scores) => (
          <DataTable
            caption="What the news of several coins sounds like, last 72 hours"
            columns={columns}
            rows={scores}
            rowKey={({ coin_id }) => coin_id}
          />
        )}
      </Loaded>
    </Panel>
  );
}
