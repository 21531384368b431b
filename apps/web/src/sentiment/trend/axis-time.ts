import { formatMomentUtc } from '../../format/time.ts';
import type { Period } from './trend-rows.ts';

const DAY_MS = 86_400_000;

/** A moment under an axis, UTC: its hour where a day is shown, else its day. */
export function axisTime(at: number, stepMs: number, period: Period): string {
  const text = formatMomentUtc(at);
  if (period === '24h') return text.slice(-5);
  return stepMs < DAY_MS && at % DAY_MS !== 0 ? text : text.slice(0, -6);
}
