'use client';

import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { DataTable, type Column } from '../../components/ui/data-table.tsx';
import { formatPrice } from '../../format/price.ts';
import { formatMomentUtc } from '../../format/time.ts';
import { formatScore, wholePercent } from '../scores/score-words.ts';
import type { TrendRow } from './trend-rows.ts';

const PAGE = 24;

const TIME: Column<TrendRow> = {
  ...{ id: 'time', label: 'From, UTC', isTitle: true },
  cell: ({ time }) => (
    <time dateTime={new Date(time).toISOString()} className="figures">
      {formatMomentUtc(time)}
    </time>
  ),
};
const PRICE: Column<TrendRow> = {
  ...{ id: 'price', label: 'Price, USD', isFigure: true },
  cell: ({ price }) => <span className="figures">{formatPrice(price)}</span>,
};
const FIGURES: readonly Column<TrendRow>[] = [
  {
    ...{ id: 'score', label: 'Score', isFigure: true },
    cell: ({ score }) => <span className="figures">{formatScore(score)}</span>,
  },
  {
    ...{ id: 'stories', label: 'Stories', isFigure: true },
    cell: ({ stories }) => <span className="figures">{stories ?? '—'}</span>,
  },
  {
    ...{ id: 'confidence', label: 'Confidence', isFigure: true },
    cell: ({ confidence }) => (
      <span className="figures">{confidence === null ? '—' : wholePercent(confidence * 100)}</span>
    ),
  },
];

/** The trend in figures, newest first. */
export function TrendTable({ rows, withPrice }: { rows: readonly TrendRow[]; withPrice: boolean }) {
  const [count, setCount] = useState(PAGE);
  const newest = rows.toReversed();
  return (
    <DataTable
      caption="Score of each hour or day"
      columns={[TIME, ...FIGURES, ...(withPrice ? [PRICE] : [])]}
      rows={newest.slice(0, count)}
      rowKey={({ time }) => String(time)}
      className="mt-3"
      foot={
        count < rows.length && (
          <div className="border-t border-line px-4 pt-3 text-center">
            <Button onClick={() => setCount(count + PAGE)}>
              Show {Math.min(PAGE, rows.length - count)} more
            </Button>
          </div>
        )
      }
    />
  );
}
