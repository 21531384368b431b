import { bars, ofClose, overWindow, type IndicatorKind, type Period } from '../indicator-kind.ts';
import { MomentsWindow } from '../windows/moments-window.ts';

/**
 * Population deviation of the last n inputs around their mean (divided by n), in their unit. Exactly 0 when they are equal.
 *
 * Warm after n inputs. A hole is skipped: the window is of n inputs that exist.
 */
export const stddev: IndicatorKind = {
  name: 'stddev',
  title: 'Standard deviation (population)',
  formula: 'stddev-population',
  parameters: [bars('period', 20, 2)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) =>
    ofClose(overWindow(new MomentsWindow(period), ({ deviation }) => deviation)),
};
