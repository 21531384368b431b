import type { Interval } from '@tidemark/contracts/candle';
import type { HistoryView, MissingHistory } from '@tidemark/contracts/feeds';
import { formatClockUtc } from '../format/time.ts';
import { EXCHANGE_NAMES } from './names.ts';

/** What bars are made of where they are not fetched themselves. */
const MADE_OF: Record<Interval, Interval> = {
  '1m': '1m',
  '5m': '1m',
  '15m': '1m',
  '1h': '1h',
  '4h': '1h',
  '1d': '1d',
};

/** Why a part is missing and when it is asked for again: `Binance: socket hang up, next try 15:52 UTC`. */
function why({ exchange, reason, next_attempt }: MissingHistory): string {
  const next =
    next_attempt === null ? '' : `, next try ${formatClockUtc(Date.parse(next_attempt))}`;
  return `${EXCHANGE_NAMES[exchange]}: ${reason ?? 'its turn has not come'}${next}`;
}

/** What was asked for in vain, as many of each venue and reason: `12 × Binance: socket hang up, next try 15:52 UTC`. */
export function reasonsOf(history: HistoryView): string[] {
  const counts = new Map<string, number>();
  for (const part of history.missing) {
    if (part.reason !== null) counts.set(why(part), (counts.get(why(part)) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${count} × ${words}`);
}

/** Why a coin has no bars of an interval before `time` (epoch ms); null when none are known to be missing. */
export function whyNothingBefore(
  history: HistoryView | undefined,
  coin: string,
  interval: Interval,
  time: number,
): string | null {
  const parts = (history?.missing ?? []).filter(
    (part) =>
      part.coin_id === coin && part.interval === MADE_OF[interval] && Date.parse(part.from) < time,
  );
  const failed = parts.find(({ reason }) => reason !== null);
  if (failed) return why(failed);
  return parts.length > 0 ? 'older ones are still to come' : null;
}
