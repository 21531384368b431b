import type { Option } from '../../components/ui/choice.tsx';

export type RangeId = '1m' | '3m' | '1y' | 'all';

export const RANGE_OPTIONS: readonly Option<RangeId>[] = [
  { value: '1m', label: '1M' },
  { value: '3m', label: '3M' },
  { value: '1y', label: '1Y' },
  { value: 'all', label: 'All' },
];

const DAYS: Record<Exclude<RangeId, 'all'>, number> = { '1m': 30, '3m': 91, '1y': 365 };
const DAY_MS = 86_400_000;

/** The first day of a range, UTC, `2026-10-31`; undefined: the day of the first transaction. @param now epoch ms */
export function rangeStart(range: RangeId, now: number): string | undefined {
  if (range === 'all') return undefined;
  return new Date(now - DAYS[range] * DAY_MS).toISOString().slice(0, 10);
}
