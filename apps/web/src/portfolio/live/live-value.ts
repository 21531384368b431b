import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';

/** What a portfolio is worth, as its stream says. */
export interface LiveValue {
  value: string | null;
  gain: string | null;
  roiPercent: number | null;
  todayChange: string | null;
  todayPercent: number | null;
  /** Epoch ms. */
  at: number;
}

type Told = Readonly<Record<string, unknown>>;

const textIn = (told: Told, name: string) => (typeof told[name] === 'string' ? told[name] : null);
const numberIn = (told: Told, name: string) => (typeof told[name] === 'number' ? told[name] : null);

/** Reads what a stream says; null where it is of no use. */
export function readUpdate(data: object): LiveValue | null {
  const told: Told = { ...data };
  const at = Date.parse(textIn(told, 'timestamp') ?? '');
  if (Number.isNaN(at) || !('gain' in told)) return null;
  return {
    value: textIn(told, 'total_value'),
    gain: textIn(told, 'gain'),
    roiPercent: numberIn(told, 'roi_percent'),
    todayChange: textIn(told, 'today_change'),
    todayPercent: numberIn(told, 'today_percent'),
    at,
  };
}

/** The figures that the stream tells, in the newer of two states. */
export function withLive(
  known: PortfolioPerformance,
  live: LiveValue | null,
): PortfolioPerformance {
  if (live === null || live.at <= known.as_of) return known;
  return {
    ...known,
    ...{ value: live.value, gain: live.gain, roi_percent: live.roiPercent, as_of: live.at },
    today: { change: live.todayChange, percent: live.todayPercent },
  };
}
