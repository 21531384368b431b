'use client';

import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from 'recharts';
import { formatPrice, formatWithDecimals } from '../../format/price.ts';
import { formatMomentUtc } from '../../format/time.ts';
import { countWords, formatScore } from '../scores/score-words.ts';
import { axisTime } from './axis-time.ts';
import { SPANS, type Period, type TrendRow } from './trend-rows.ts';

interface TrendChartProps {
  rows: readonly TrendRow[];
  period: Period;
  /** Under the score, on the same time axis. */
  withPrice: boolean;
}

const AXIS = { stroke: 'var(--line-strong)', tick: { fill: 'var(--muted)', fontSize: 11 } };
const LEFT = 60;
/** Both drawings follow one pointer. */
const TOGETHER = 'sentiment-trend';

function Tip({ active, payload }: TooltipContentProps) {
  const row = payload[0]?.payload as TrendRow | undefined;
  if (!active || row === undefined) return null;
  return (
    <div className="rounded-md border border-line-strong bg-surface px-3 py-2 text-xs shadow-(--shadow)">
      <p className="text-muted">{formatMomentUtc(row.time)} UTC</p>
      <p className="figures">
        {formatScore(row.score)}
        {row.stories !== null && `, ${countWords(row.stories, 'story', 'stories')}`}
      </p>
      {row.price !== null && <p className="figures">${formatPrice(row.price)}</p>}
    </div>
  );
}

function span(rows: readonly TrendRow[]): [number, number] {
  return [rows[0]?.time ?? 0, rows.at(-1)?.time ?? 1];
}

/** Prices without cents where those tell nothing. */
function priceAxis(rows: readonly TrendRow[]): (price: number) => string {
  const prices = rows.flatMap(({ price }) => price ?? []);
  const isWide = Math.max(...prices) - Math.min(...prices) >= 10;
  return (price) => (isWide || price >= 10_000 ? formatWithDecimals(price, 0) : formatPrice(price));
}

/** A point without neighbours has no line: it is drawn as a dot. */
function dotsOf(rows: readonly TrendRow[], key: 'score' | 'price', color: string) {
  const lonely = (index: number) =>
    rows[index]?.[key] != null && rows[index - 1]?.[key] == null && rows[index + 1]?.[key] == null;
  return function Dot({ cx, cy, index = -1 }: { cx?: number; cy?: number; index?: number }) {
    if (!lonely(index) || cx === undefined || cy === undefined) return <g key={index} />;
    return <circle key={index} cx={cx} cy={cy} r={3} fill={color} />;
  };
}

/** The score of each hour or day, and below it the price on the same axis. */
export function TrendChart({ rows, period, withPrice }: TrendChartProps) {
  const time = {
    ...AXIS,
    dataKey: 'time',
    type: 'number' as const,
    scale: 'time' as const,
    domain: span(rows),
    tickLine: false,
    minTickGap: 48,
    tickFormatter: (at: number) => axisTime(at, SPANS[period].stepMs, period),
  };
  const side = { ...AXIS, axisLine: false, tickLine: false, width: LEFT };
  const frame = {
    data: [...rows],
    syncId: TOGETHER,
    accessibilityLayer: false,
    margin: { top: 8, right: 12, left: 0, bottom: withPrice ? 8 : 0 },
  };
  const tip = (
    <Tooltip content={Tip} isAnimationActive={false} cursor={{ stroke: 'var(--line-strong)' }} />
  );
  const line = { strokeWidth: 2, activeDot: { r: 3 }, isAnimationActive: false };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className={withPrice ? 'h-[55%]' : 'h-full'}>
        <ResponsiveContainer>
          <LineChart {...frame}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis {...time} hide={withPrice} />
            <YAxis
              {...side}
              interval={0}
              domain={[-1, 1]}
              ticks={[-1, -0.5, 0, 0.5, 1]}
              tickFormatter={(score: number) => (score === 0 ? '0' : formatScore(score))}
            />
            <ReferenceLine y={0} stroke="var(--field)" />
            {tip}
            <Line
              dataKey="score"
              stroke="var(--accent)"
              dot={dotsOf(rows, 'score', 'var(--accent)')}
              {...line}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
      {withPrice && (
        <div className="h-[45%]">
          <ResponsiveContainer>
            <LineChart {...frame}>
              <CartesianGrid vertical={false} stroke="var(--line)" />
              <XAxis {...time} />
              <YAxis
                {...side}
                domain={['auto', 'auto']}
                tickCount={4}
                tickFormatter={priceAxis(rows)}
              />
              {tip}
              <Line
                dataKey="price"
                stroke="var(--slice-2)"
                strokeDasharray="6 3"
                dot={dotsOf(rows, 'price', 'var(--slice-2)')}
                {...line}
              />
            </LineChart>
          </ResponsiveContainer>
        </div>
      )}
    </div>
  );
}
