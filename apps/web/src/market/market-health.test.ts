import type { FeedStatus, FeedsView } from '@tidemark/contracts/feeds';
import { describe, expect, test } from 'vitest';
import { marketHealth, type HealthFacts } from './market-health.ts';

const NOW = Date.parse('2026-11-20T14:05:00Z');

function feed(exchange: FeedStatus['exchange'], status: FeedStatus['status'] = 'live'): FeedStatus {
  return {
    exchange,
    status,
    connected_since: null,
    last_message_age_ms: status === 'live' ? 100 : 180_000,
    clock_offset_ms: 0,
    products: 30,
    unlisted: [],
    messages: 1,
    trades: 1,
    duplicates: 0,
    reconnects: 0,
    holes_open: 0,
    trades_repaired: 0,
    refused: {},
    last_error: null,
  };
}

function view(market: FeedsView['market'], feeds: FeedStatus[]): FeedsView {
  return {
    market,
    history: { done: 30, total: 30, failed: 0, missing: [], missing_total: 0 },
    feeds,
  };
}

function facts(changes: Partial<HealthFacts> = {}): HealthFacts {
  return {
    feeds: view('live', [feed('binance'), feed('coinbase')]),
    unreachableSince: null,
    stream: { status: 'open', since: NOW },
    now: NOW,
    allStale: false,
    ...changes,
  };
}

describe('the line about the market', () => {
  test('is calm when both feeds are live', () => {
    expect(marketHealth(facts())).toEqual({
      tone: 'calm',
      label: 'Live',
      market: 'live',
      problem: null,
      note: null,
    });
  });

  test('says that a venue is down while the next attempt to reach it is under way', () => {
    const trying = { ...feed('binance', 'connecting'), last_error: 'connect ECONNREFUSED' };
    const problem = 'Binance is down since 14:02 UTC — prices rest on Coinbase';
    const feeds = view('live', [trying, feed('coinbase')]);
    expect(marketHealth(facts({ feeds }))).toMatchObject({ label: 'Degraded', problem });
    const first = { ...trying, last_error: null, last_message_age_ms: null };
    const begun = view('live', [first, feed('coinbase')]);
    expect(marketHealth(facts({ feeds: begun })).problem).toBeNull();
  });

  test('tells how far the loading of history is, until it is done', () => {
    const loading = facts().feeds!;
    loading.history = { ...loading.history, done: 28, failed: 1 };
    expect(marketHealth(facts({ feeds: loading })).note?.text).toBe('Loading history, 28 of 30');
    loading.history = { ...loading.history, done: 30, failed: 0 };
    expect(marketHealth(facts({ feeds: loading })).note).toBeNull();
  });

  test('tells that history is missing, and when it is asked for again', () => {
    const failing = facts().feeds!;
    const part = {
      ...({ coin_id: 'bitcoin', exchange: 'binance', interval: '1h', attempts: 1 } as const),
      ...{ from: '2026-11-01T00:00:00Z', to: '2026-11-20T00:00:00Z', reason: 'HTTP 500' },
    };
    const missing = [{ ...part, next_attempt: '2026-11-20T15:52:00Z' }];
    failing.history = { done: 29, total: 30, failed: 1, missing, missing_total: 1 };
    expect(marketHealth(facts({ feeds: failing })).note?.text).toBe(
      'History missing: 1 of 30, next try 15:52 UTC',
    );
  });

  test('tells of a clock that is wrong', () => {
    const feeds = facts().feeds!;
    feeds.feeds[0]!.clock_offset_ms = -480_000;
    const { tone, note } = marketHealth(facts({ feeds }));
    expect([tone, note?.text]).toEqual(['calm', 'Server clock 8 min behind']);
  });

  test('says that prices are stale when all are, though every feed says that it is live', () => {
    const health = marketHealth(facts({ allStale: true }));
    expect(health).toMatchObject({ tone: 'trouble', label: 'Stale' });
    expect(health.problem).toMatch(/prices are stale$/);
  });

  test('says that a simulated market is simulated', () => {
    const feeds = view('simulated', [feed('binance'), feed('coinbase')]);
    expect(marketHealth(facts({ feeds }))).toMatchObject({
      tone: 'notice',
      label: 'Simulated',
      market: 'simulated',
    });
  });

  test('keeps saying simulated while something else is wrong', () => {
    const feeds = view('simulated', [feed('binance'), feed('coinbase', 'down')]);
    expect(marketHealth(facts({ feeds })).market).toBe('simulated');
  });

  test('names the feed that is down, since when, and what the prices rest on', () => {
    const feeds = view('live', [feed('binance'), feed('coinbase', 'down')]);
    expect(marketHealth(facts({ feeds }))).toMatchObject({
      tone: 'notice',
      label: 'Degraded',
      problem: 'Coinbase is down since 14:02 UTC — prices rest on Binance',
    });
  });

  test('says that prices are stale when no feed is live', () => {
    const feeds = view('live', [feed('binance', 'stalled'), feed('coinbase', 'down')]);
    expect(marketHealth(facts({ feeds }))).toMatchObject({ tone: 'trouble', label: 'Stale' });
    expect(marketHealth(facts({ feeds })).problem).toMatch(/prices are stale$/);
  });

  test('tells a lost stream from a lost server and a lost network', () => {
    const lost = marketHealth(facts({ stream: { status: 'reconnecting', since: NOW } }));
    expect(lost).toMatchObject({ tone: 'notice', label: 'Reconnecting' });
    const unreachable = marketHealth(facts({ unreachableSince: NOW }));
    expect(unreachable.problem).toMatch(/out of reach since 14:05 UTC/);
    const offline = marketHealth(facts({ stream: { status: 'offline', since: NOW } }));
    expect(offline).toMatchObject({ tone: 'trouble', label: 'Offline' });
  });

  test('makes no claim before the first answer', () => {
    expect(marketHealth(facts({ feeds: undefined }))).toEqual({
      tone: 'pending',
      label: 'Connecting',
      market: null,
      problem: null,
      note: null,
    });
  });
});
