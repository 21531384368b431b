import type { VenueTrade } from '../venues/venue.ts';
import { MAX_HOLE, OUT_OF_ORDER } from '../book/sequence.ts';

/** Trades that agree are enough to believe in ids that begin again where REST does not answer. */
const ENOUGH = 3;

/** The trades that lead up to `first` without a jump of ids; oldest first, as `trades` are. ADR 0018. */
export function runBefore(trades: readonly VenueTrade[], first: VenueTrade): VenueTrade[] {
  let from = trades.length;
  for (let next = first.trade_id; from > 0; from -= 1) {
    const id = trades[from - 1]?.trade_id ?? 0;
    if (id >= next || next - id > MAX_HOLE) break;
    next = id;
  }
  return trades.slice(from);
}

/**
 * Where a book begins with `start`, and the oldest of what was held. `since` is given where ids have begun again a moment ago: by
 * the first id that there is, or as a trade with a higher id is older. What is older than that does not count.
 */
export function beginningOf(
  start: VenueTrade,
  held: readonly VenueTrade[],
): { since: number | undefined; oldest: number } {
  const oldest = held.reduce((least, { time }) => Math.min(least, time), start.time);
  const anew = start.trade_id <= 1 || oldest < start.time - OUT_OF_ORDER;
  return { since: anew ? start.time - OUT_OF_ORDER : undefined, oldest };
}

/** Whether the venue has the trade itself, and not another one with its id. */
export function isKnown(trade: VenueTrade, known: readonly VenueTrade[]): boolean {
  return known.some(({ time }) => Math.abs(time - trade.time) <= OUT_OF_ORDER);
}

/** Whether trades with low ids follow one another as those of one market do. */
export function isConsistent(held: readonly VenueTrade[]): boolean {
  const ordered = [...held].sort((a, b) => a.trade_id - b.trade_id);
  const ids = new Set(ordered.map(({ trade_id }) => trade_id));
  const inTime = ordered.every(
    ({ time }, i) => time + OUT_OF_ORDER >= (ordered[i - 1]?.time ?? -Infinity),
  );
  return ids.size >= ENOUGH && inTime;
}
