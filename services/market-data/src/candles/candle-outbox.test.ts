import type { CandleEvent, CandleRewrite } from '@tidemark/contracts/candle';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { describe, expect, it } from 'vitest';
import type { Listing } from '../coins/listing.ts';
import type { Bar } from '../book/bar.ts';
import { CandleOutbox } from './candle-outbox.ts';

const listing: Listing = {
  exchange: 'coinbase',
  product: 'BTC-USD',
  coinId: 'bitcoin',
  quote: 'USD',
};

function row(time: number, close: string) {
  const bar: Bar = {
    time,
    open: '1',
    high: '9',
    low: '1',
    close,
    volume: 1n,
    quoteVolume: 1n,
    trades: 1,
    firstId: 1,
    lastId: 1,
    final: false,
    gap: false,
    source: 'trades',
  };
  return { interval: '1m' as const, bar };
}

function setUp() {
  const told: string[] = [];
  const bus = { refuse: null as Error | null };
  const rewritten: string[] = [];
  const publish = (_: unknown, messages: readonly { value: CandleEvent | CandleRewrite }[]) => {
    if (bus.refuse) return Promise.reject(bus.refuse);
    for (const { value } of messages) {
      if ('from' in value) rewritten.push(`${value.interval} ${value.from} ${value.to}`);
      else told.push(`${value.time} ${value.close}`);
    }
    return Promise.resolve();
  };
  const port = { publish } as unknown as EventBus;
  return {
    bus,
    told,
    rewritten,
    outbox: new CandleOutbox(port, createLogger({ level: 'silent' })),
  };
}

describe('candle outbox', () => {
  it('what the bus did not take is told at the next call, the latest of each bar', async () => {
    const { bus, told, outbox } = setUp();
    bus.refuse = new Error('away');
    outbox.put(listing, [row(0, '1'), row(60_000, '2')]);
    await outbox.tell();
    outbox.put(listing, [row(0, '3')]);
    await outbox.tell();
    expect([told, outbox.size]).toEqual([[], 2]);
    bus.refuse = null;
    await outbox.tell();
    expect(told.sort()).toEqual(['0 3', '60000 2']);
    expect(outbox.size).toBe(0);
  });

  it('what came while a batch was on its way stays the newer one', async () => {
    const { bus, told, outbox } = setUp();
    bus.refuse = new Error('away');
    outbox.put(listing, [row(0, '1')]);
    const telling = outbox.tell();
    outbox.put(listing, [row(0, '2')]);
    await telling;
    bus.refuse = null;
    await outbox.tell();
    expect(told).toEqual(['0 2']);
  });

  it('what belongs to another replica now is forgotten', async () => {
    const { told, outbox } = setUp();
    outbox.put(listing, [row(0, '1')]);
    outbox.drop(new Set(['bitcoin']));
    await outbox.tell();
    expect(told).toEqual([]);
  });

  it('ranges that were rewritten are joined, and told when the bus takes them', async () => {
    const { bus, rewritten, outbox } = setUp();
    bus.refuse = new Error('away');
    outbox.putRewrite(listing, '1h', { from: 20, to: 30 });
    await outbox.tell();
    outbox.putRewrite(listing, '1h', { from: 10, to: 25 });
    outbox.putRewrite(listing, '1m', { from: 5, to: 6 });
    bus.refuse = null;
    await outbox.tell();
    expect(rewritten).toEqual(['1h 10 30', '1m 5 6']);
    expect(outbox.size).toBe(0);
  });
});
