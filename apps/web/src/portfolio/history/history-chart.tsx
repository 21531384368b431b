'use client';

import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from 'recharts';
import { axisDayText, dayText } from '../figures/day-text.ts';
import { moneyText, percentText, shortMoneyText } from '../figures/number-text.ts';
import { useReading, type Reading } from '../figures/reading.tsx';
import { axisSpan, SERIES, type Benchmark, type DrawnDay, type SeriesId } from './series.ts';

/** Axes that span more days than these name months alone. */
const LONG_DAYS = 120;

interface HistoryChartProps {
  days: readonly DrawnDay[];
  /** Lines beside the value. */
  benchmarks: readonly Benchmark[];
  /** Draws the time-weighted return instead of money. */
  asPercent: boolean;
}

const COLOR_PERCENT = 'var(--accent)';

function valueText(id: string, value: number, reading: Reading): string {
  if (id === 'percent') return percentText(value, reading.locale, 'exceptZero');
  return moneyText(value.toFixed(2), reading);
}

function Tip({ active, payload, label }: TooltipContentProps) {
  const reading = useReading();
  if (!active || payload.length === 0) return null;
  return (
    <div className="rounded-md border border-line-strong bg-surface px-3 py-2 text-xs shadow-(--shadow)">
      <p className="text-muted">{dayText(String(label), reading.locale)}</p>
      <ul>
        {payload.map(({ dataKey, value, color }) => (
          <li key={String(dataKey)} className="flex items-center justify-between gap-4">
            <span className="flex items-center gap-1.5">
              <span className="size-2 rounded-xs" style={{ backgroundColor: color }} />
              {dataKey === 'percent' ? 'Return' : SERIES[dataKey as SeriesId].name}
            </span>
            <span className="figures">
              {typeof value === 'number' ? valueText(String(dataKey), value, reading) : '—'}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function lineOf(id: SeriesId | 'percent') {
  const { color, dashes } = id === 'percent' ? { color: COLOR_PERCENT } : SERIES[id];
  return (
    <Line
      key={id}
      dataKey={id}
      stroke={color}
      strokeWidth={id === 'value' || id === 'percent' ? 2 : 1.5}
      {...(dashes !== undefined && { strokeDasharray: dashes })}
      dot={false}
      activeDot={{ r: 3 }}
      isAnimationActive={false}
      connectNulls={false}
    />
  );
}

/** What a portfolio was worth, day by day, beside what the same money would be elsewhere. */
export function HistoryChart({ days, benchmarks, asPercent }: HistoryChartProps) {
  const reading = useReading();
  const isLong = days.length > LONG_DAYS || spanOf(days) > LONG_DAYS;
  const ids = asPercent ? (['percent'] as const) : (['value', ...benchmarks] as const);
  const axis = { stroke: 'var(--line-strong)', tick: { fill: 'var(--muted)', fontSize: 11 } };
  return (
    <ResponsiveContainer>
      <LineChart
        data={[...days]}
        accessibilityLayer={false}
        margin={{ top: 8, right: 8, left: 0, bottom: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          {...axis}
          dataKey="day"
          tickLine={false}
          minTickGap={40}
          tickFormatter={(day: string) => axisDayText(day, reading.locale, isLong)}
        />
        <YAxis
          {...axis}
          axisLine={false}
          tickLine={false}
          width={56}
          domain={[...axisSpan(days, ids)]}
          tickCount={5}
          tickFormatter={(value: number) =>
            asPercent ? percentText(value, reading.locale) : shortMoneyText(value, reading)
          }
        />
        <Tooltip
          content={Tip}
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
        />
        {ids.map(lineOf)}
      </LineChart>
    </ResponsiveContainer>
  );
}

function spanOf(days: readonly DrawnDay[]): number {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 0;
  return (Date.parse(last.day) - Date.parse(first.day)) / 86_400_000;
}
