import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';
import { createLogger } from '@tidemark/telemetry/logger';
import type { ConnectionTiming } from '../../src/venues/connection-timing.ts';
import type { FeedOptions } from '../../src/venues/live-feed.ts';
import type { FeedState, VenueFeed, VenueQuote, VenueTrade } from '../../src/venues/venue.ts';

export interface Observed {
  feed: VenueFeed;
  trades: VenueTrade[];
  quotes: VenueQuote[];
  lastTradeIds: [string, number][];
  statuses: FeedState['status'][];
  /** Every delay that was asked of the clock, in the order of the asking. */
  delays: number[];
  /** Timers that wait. */
  timers(): number;
}

/** A feed whose owner writes down all it is told. Real time; short backoff and overlap. */
export function observe(
  create: (options: FeedOptions) => VenueFeed,
  origin: string,
  options: { timing?: Partial<ConnectionTiming>; random?: () => number } = {},
): Observed {
  const watched = watchClock();
  const told = { trades: [], quotes: [], lastTradeIds: [], statuses: [] } as Omit<
    Observed,
    'feed' | 'delays' | 'timers'
  >;
  const feed = create({
    origin,
    clock: watched.clock,
    logger: createLogger({ level: 'silent' }),
    random: options.random ?? (() => 0.5),
    timing: { backoffBaseMs: 20, backoffCapMs: 100, overlapMs: 100, ...options.timing },
    handlers: {
      trade: (trade) => void told.trades.push(trade),
      quote: (quote) => void told.quotes.push(quote),
      lastTradeId: (product, id) => void told.lastTradeIds.push([product, id]),
      status: (status) => void told.statuses.push(status),
    },
  });
  return { feed, ...told, delays: watched.delays, timers: watched.timers };
}

function watchClock() {
  const delays: number[] = [];
  const waiting = new Set<object>();
  const clock: Clock = {
    ...systemClock,
    after(ms, callback) {
      delays.push(ms);
      const cancel = systemClock.after(ms, () => {
        waiting.delete(cancel);
        callback();
      });
      waiting.add(cancel);
      return () => {
        waiting.delete(cancel);
        cancel();
      };
    },
    every(ms, callback) {
      const cancel = systemClock.every(ms, callback);
      waiting.add(cancel);
      return () => {
        waiting.delete(cancel);
        cancel();
      };
    },
  };
  return { clock, delays, timers: () => waiting.size };
}
