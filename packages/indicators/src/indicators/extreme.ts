import { bars, ofClose, overWindow, type IndicatorKind, type Period } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { ExtremeWindow, type Side } from '../windows/extreme-window.ts';

/**
 * The highest or lowest of the last n inputs, this one among them, in their unit.
 *
 * Warm after n inputs. A hole is skipped: the window is of n inputs that exist.
 */
function extreme(period: number, side: Side): Streaming<number, number> {
  return overWindow(new ExtremeWindow(period, side), ({ value }) => value);
}

export const highest: IndicatorKind = {
  name: 'highest',
  title: 'Highest close',
  formula: 'highest-close',
  parameters: [bars('period', 20)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(extreme(period, 'highest')),
};

export const lowest: IndicatorKind = {
  name: 'lowest',
  title: 'Lowest close',
  formula: 'lowest-close',
  parameters: [bars('period', 20)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(extreme(period, 'lowest')),
};
