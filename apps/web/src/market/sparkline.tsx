'use client';

import { memo, useRef, useEffect, useState, type RefObject } from 'react';
import type { Direction } from '../format/percent.ts';
import { useSparklineQuery } from './market-api.ts';

const TONES = { up: 'text-up', down: 'text-down', flat: 'text-muted' } as const;
const WIDTH = 112;
const HEIGHT = 28;
const REFRESH_MS = 5 * 60_000;

interface SparklineProps {
  coinId: string;
  /** Of the change over the same day: it gives the line its colour. */
  direction: Direction | null;
}

/** The last day of a coin as a line. Asked for when it comes into view. */
export const Sparkline = memo(function Sparkline({ coinId, direction }: SparklineProps) {
  const element = useRef<SVGSVGElement>(null);
  const seen = useSeen(element);
  const { data } = useSparklineQuery(coinId, {
    skip: !seen,
    pollingInterval: REFRESH_MS,
    skipPollingIfUnfocused: true,
  });
  return (
    <svg
      ref={element}
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={`block h-7 w-full ${TONES[direction ?? 'flat']}`}
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

/** An SVG path through values, left to right over the width, low to high over the height. */
export function sparklinePath(values: readonly number[], width: number, height: number): string {
  if (values.length < 2) return '';
  const low = Math.min(...values);
  const spread = Math.max(...values) - low;
  const inset = 1.5;
  const room = height - 2 * inset;
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * width;
    const y = spread === 0 ? height / 2 : inset + room * (1 - (value - low) / spread);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

/** True from the first time that an element comes near the view. */
function useSeen(element: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (element.current === null || seen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}
