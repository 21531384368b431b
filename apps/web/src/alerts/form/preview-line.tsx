'use client';

import type { AlertPreview } from '@tidemark/contracts/alert';
import { useHistoryQuery } from '../../market/market-api.ts';
import { sparklinePath } from '../../market/sparkline.tsx';

const WIDTH = 320;
const HEIGHT = 40;
const DAYS = 90;
const DAY_MS = 86_400_000;

/** The price of those days, with a mark where the alert would have fired. What it shows is told in the list beside it. */
export function PreviewLine({ preview }: { preview: AlertPreview }) {
  const { coin_id: coin, from, to, firings } = preview;
  const { currentData } = useHistoryQuery({ coin, interval: '1d', limit: DAYS });
  const closes = (currentData?.candles ?? [])
    .filter(({ time }) => time + DAY_MS > from && time < to)
    .map(({ close }) => close);
  if (to <= from) return null;
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-10 w-full text-muted"
    >
      <path
        d={sparklinePath(closes, WIDTH, HEIGHT)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
      {firings.map(({ at }) => (
        <line
          key={at}
          x1={((at - from) / (to - from)) * WIDTH}
          x2={((at - from) / (to - from)) * WIDTH}
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
