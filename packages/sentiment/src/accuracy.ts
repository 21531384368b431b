import { LABELS, type HeadlineScore } from './headline-model.ts';
import type { Labelled } from './labelled.ts';

/** How well scores say what labels do. */
export interface Accuracy {
  readonly count: number;
  /** Shares, 0 to 1. */
  readonly accuracy: number;
  readonly macroF1: number;
  readonly negativeRecall: number;
  /** Expected calibration error of the label that was given: ten equal bins of its probability (Guo et al., 2017). */
  readonly calibrationError: number;
}

const BINS = 10;

export function accuracyOf(
  headlines: readonly Labelled[],
  scoreOf: (text: string) => HeadlineScore,
): Accuracy {
  const hits = LABELS.map(() => 0);
  const [given, wanted] = [LABELS.map(() => 0), LABELS.map(() => 0)];
  const bins = Array.from({ length: BINS }, () => ({ right: 0, sure: 0 }));
  for (const { label, text } of headlines) {
    const scored = scoreOf(text);
    const shares = LABELS.map((name) => scored[name]);
    const sure = Math.max(...shares);
    const said = shares.indexOf(sure);
    given[said] = (given[said] ?? 0) + 1;
    wanted[label] = (wanted[label] ?? 0) + 1;
    if (said === label) hits[label] = (hits[label] ?? 0) + 1;
    const bin = bins[Math.min(BINS - 1, Math.floor(sure * BINS))];
    if (!bin) continue;
    bin.sure += sure;
    bin.right += said === label ? 1 : 0;
  }
  const f1 = LABELS.map(
    (_, i) => (2 * (hits[i] ?? 0)) / Math.max(1, (given[i] ?? 0) + (wanted[i] ?? 0)),
  );
  return {
    count: headlines.length,
    accuracy: sumOf(hits) / headlines.length,
    macroF1: sumOf(f1) / LABELS.length,
    negativeRecall: (hits[0] ?? 0) / Math.max(1, wanted[0] ?? 0),
    calibrationError:
      sumOf(bins.map(({ right, sure }) => Math.abs(right - sure))) / headlines.length,
  };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
