'use client';

import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { DataTable, type Column } from '../../components/ui/data-table.tsx';
import { dayText } from '../figures/day-text.ts';
import { Money, Percent } from '../figures/figure.tsx';
import { useReading } from '../figures/reading.tsx';
import { SERIES, type HistoryPoint } from './series.ts';

const PAGE = 30;
const NO_PRICE = 'A price of that day is missing.';

function columnsOf(locale: string): Column<HistoryPoint>[] {
  const money = (
    id: 'value' | 'put_in' | 'taken_out' | 'bitcoin' | 'cash' | 'equal_weight',
    label: string,
  ): Column<HistoryPoint> => ({
    ...{ id, label, isFigure: true },
    cell: (point) => <Money amount={point[id]} reason={NO_PRICE} />,
  });
  return [
    {
      ...{ id: 'day', label: 'Day', isTitle: true },
      cell: ({ day }) => (
        <time dateTime={day} className="figures">
          {dayText(day, locale)}
        </time>
      ),
    },
    money('value', 'Value'),
    {
      ...{ id: 'return', label: 'Return', isFigure: true },
      cell: ({ time_weighted_percent }) => (
        <Percent percent={time_weighted_percent} sign="exceptZero" reason={NO_PRICE} />
      ),
    },
    money('put_in', 'Put in'),
    money('taken_out', 'Taken out'),
    money('bitcoin', SERIES.bitcoin.name),
    money('cash', SERIES.cash.name),
    money('equal_weight', SERIES.equal_weight.name),
  ];
}

/** The chart's days in figures, newest first. */
export function HistoryTable({ points }: { points: readonly HistoryPoint[] }) {
  const { locale } = useReading();
  const [shown, setShown] = useState(PAGE);
  const rows = points.toReversed().slice(0, shown);
  return (
    <DataTable
      caption="Value of each day, and of the same money elsewhere"
      columns={columnsOf(locale)}
      rows={rows}
      rowKey={({ day }) => day}
      foot={
        rows.length < points.length && (
          <div className="border-t border-line px-4 py-3 text-center">
            <Button onClick={() => setShown(shown + PAGE)}>
              Show {Math.min(PAGE, points.length - rows.length)} more days
            </Button>
          </div>
        )
      }
    />
  );
}
