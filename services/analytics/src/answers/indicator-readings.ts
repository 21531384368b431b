import type { Bar } from '@tidemark/indicators/bar';
import type { IndicatorKind, Readings } from '@tidemark/indicators/indicator-kind';

/** What an indicator says of each bar of a series, folded from its first one. */
export function indicatorReadings(
  kind: IndicatorKind,
  parameters: readonly number[],
  bars: Iterable<Bar>,
): Readings[] {
  const indicator = kind.create(parameters);
  const readings: Readings[] = [];
  for (const bar of bars) readings.push(indicator.next(bar) ?? []);
  return readings;
}
