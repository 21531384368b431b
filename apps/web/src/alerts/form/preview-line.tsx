'use client';

import type { AlertPreview } from '@tidemark/contracts/alert';
import { useHistoryQuery } from '../../market/market-api.ts';

const WIDTH = 320;
const HEIGHT = 40;
const DAYS = 90;
const DAY_MS = 86_400_000;

/** Closes over time, from the lowest to the highest; where none are stored there is no line. */
function pathOf(
  candles: readonly { time: number; close: number }[],
  placeOf: (at: number) => number,
): string {
  const closes = candles.map(({ close }) => close);
  const low = Math.min(...closes);
  const spread = Math.max(...closes) - low;
  const points = candles.map(({ time, close }) => {
    const y = spread === 0 ? HEIGHT / 2 : HEIGHT - ((close - low) / spread) * HEIGHT;
    return `${placeOf(time + DAY_MS).toFixed(1)} ${y.toFixed(1)}`;
  });
  return points.length < 2 ? '' : `M${points.join('L')}`;
}

/** The price of those days, with a mark where the alert would have fired. What it shows is told in the list beside it. */
export function PreviewLine({ preview }: { preview: AlertPreview }) {
  const { coin_id: coin, from, to, firings } = preview;
  const { currentData } = useHistoryQuery({ coin, interval: '1d', limit: DAYS });
  if (to <= from) return null;
  const placeOf = (at: number) => ((at - from) / (to - from)) * WIDTH;
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-10 w-full text-muted"
    >
      <path
        d={pathOf(currentData?.candles ?? [], placeOf)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
      {firings.map(({ at }) => (
        <line
          key={at}
          x1={placeOf(at)}
          x2={placeOf(at)}
          y1={0}
          y2={HEIGHT}
          stroke="var(--accent)"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
