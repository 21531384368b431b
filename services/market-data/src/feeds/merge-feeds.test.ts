import {
  type FeedStatus,
  type FeedsView,
  MISSING_NAMED,
  type MissingHistory,
} from '@tidemark/contracts/feeds';
import { describe, expect, it } from 'vitest';
import { mergeFeeds } from './merge-feeds.ts';

function feed(over: Partial<FeedStatus>): FeedStatus {
  return {
    exchange: 'binance',
    status: 'live',
    connected_since: '2026-01-01T00:00:00.000Z',
    last_message_age_ms: 100,
    clock_offset_ms: 0,
    products: 30,
    unlisted: [],
    messages: 10,
    trades: 5,
    duplicates: 1,
    reconnects: 0,
    holes_open: 2,
    trades_repaired: 3,
    refused: { bad_time: 1 },
    last_error: null,
    ...over,
  };
}

function view(done: number, ...feeds: FeedStatus[]): FeedsView {
  const history = { done, total: 10, failed: 1, missing: [missing(1)], missing_total: 10 - done };
  return { market: 'live', history, feeds };
}

function missing(attempts: number): MissingHistory {
  return {
    coin_id: 'bitcoin',
    exchange: 'binance',
    interval: '1h',
    from: '2026-01-01T00:00:00.000Z',
    to: '2026-01-02T00:00:00.000Z',
    reason: 'binance: no answer',
    attempts,
    next_attempt: null,
  };
}

describe('feeds of several replicas', () => {
  it('a venue is as well as the replica that reads it best, and counts are sums', () => {
    const down = feed({
      status: 'down',
      last_message_age_ms: 50_000,
      clock_offset_ms: -9_000,
      last_error: 'cut',
    });
    const live = feed({ refused: { bad_time: 2, bad_shape: 1 }, unlisted: ['X'] });
    const merged = mergeFeeds([view(4, down), view(3, live)]);
    expect(merged.replicas).toBe(2);
    expect(merged.history).toMatchObject({ done: 7, total: 20, failed: 2, missing_total: 13 });
    expect(merged.feeds).toEqual([
      feed({
        clock_offset_ms: -9_000,
        messages: 20,
        trades: 10,
        duplicates: 2,
        holes_open: 4,
        trades_repaired: 6,
        refused: { bad_time: 3, bad_shape: 1 },
        unlisted: ['X'],
        last_error: 'cut',
      }),
    ]);
  });

  it('one replica is shown as it is', () => {
    const own = view(4, feed({ last_message_age_ms: null }), feed({ exchange: 'coinbase' }));
    expect(mergeFeeds([own])).toEqual({ ...own, replicas: 1 });
  });

  it('name what failed most often first, and no more than one of them may', () => {
    const own = view(4);
    const many = Array.from({ length: MISSING_NAMED }, (_, i) => missing(i));
    const other = { ...own, history: { ...own.history, missing: many, missing_total: 80 } };
    const { history } = mergeFeeds([own, other]);
    expect(history.missing).toHaveLength(MISSING_NAMED);
    expect(history.missing[0]).toEqual(missing(MISSING_NAMED - 1));
    expect(history.missing_total).toBe(86);
  });
});
