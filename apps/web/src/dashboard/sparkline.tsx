'use client';

import { memo, useRef } from 'react';
import { useSparklineQuery } from '../market/market-api.ts';
import { sparklinePath } from './sparkline-path.ts';
import { useSeen } from './use-seen.ts';

const WIDTH = 112;
const HEIGHT = 28;
const REFRESH_MS = 5 * 60_000;

/** The last day of a coin as a line. Asked for when it comes into view. */
export const Sparkline = memo(function Sparkline({ coinId }: { coinId: string }) {
  const element = useRef<SVGSVGElement>(null);
  const seen = useSeen(element);
  const { data } = useSparklineQuery(coinId, {
    skip: !seen,
    pollingInterval: REFRESH_MS,
    skipPollingIfUnfocused: true,
  });
  const rises = data !== undefined && (data.at(-1) ?? 0) >= (data[0] ?? 0);
  return (
    <svg
      ref={element}
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={`block h-7 w-full ${rises ? 'text-up' : 'text-down'}`}
    >
      {data !== undefined && (
        <path
          d={sparklinePath(data, WIDTH, HEIGHT)}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.25"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
});
