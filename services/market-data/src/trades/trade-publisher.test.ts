import { TestClock } from '@tidemark/clock/test-clock';
import type { Trade } from '@tidemark/contracts/trade';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { describe, expect, it, vi } from 'vitest';
import { TradePublisher } from './trade-publisher.ts';

const trade = (trade_id: number) => ({ coin_id: 'bitcoin', trade_id }) as Trade;

function setUp() {
  const clock = new TestClock();
  const taken: number[] = [];
  const bus = { refuse: null as Error | null, calls: 0 };
  const publish = (_: unknown, messages: readonly { value: Trade }[]) => {
    bus.calls += 1;
    if (bus.refuse) return Promise.reject(bus.refuse);
    taken.push(...messages.map(({ value }) => value.trade_id));
    return Promise.resolve();
  };
  const port = { publish } as unknown as EventBus;
  const publisher = new TradePublisher(port, clock, createLogger({ level: 'silent' }));
  return { clock, bus, taken, publisher };
}

describe('trade publisher', () => {
  it('trades wait for a bus that is away and keep their order', async () => {
    const { clock, bus, taken, publisher } = setUp();
    bus.refuse = new Error('away');
    for (let id = 0; id < 10; id += 1) publisher.push(trade(id));
    await vi.waitFor(() => expect(bus.calls).toBe(1));
    for (let id = 10; id < 20; id += 1) publisher.push(trade(id));
    await vi.waitFor(async () => {
      await clock.advance(500);
      expect(bus.calls).toBeGreaterThan(3);
    });
    expect([taken, publisher.failing, publisher.dropped]).toEqual([[], true, 0]);
    bus.refuse = null;
    await vi.waitFor(async () => {
      await clock.advance(1_000);
      expect(taken).toEqual(Array.from({ length: 20 }, (_, id) => id));
    });
    expect(publisher.failing).toBe(false);
  });

  it('feeds are held up while too many wait, and dropped trades are counted past the bound', async () => {
    const { clock, bus, publisher } = setUp();
    bus.refuse = new Error('away');
    publisher.push(trade(0));
    await vi.waitFor(() => expect(bus.calls).toBe(1));
    for (let id = 1; id <= 4_999; id += 1) publisher.push(trade(id));
    expect(publisher.room()).toBeNull();
    publisher.push(trade(5_000));
    const room = publisher.room();
    expect(room).not.toBeNull();
    for (let id = 5_001; id <= 100_002; id += 1) publisher.push(trade(id));
    expect(publisher.dropped).toBe(3);
    bus.refuse = null;
    await clock.advance(1_000);
    await room;
  });

  it('draining ends with a bus that stays away', async () => {
    const { clock, bus, publisher } = setUp();
    bus.refuse = new Error('away');
    publisher.push(trade(1));
    await vi.waitFor(() => expect(bus.calls).toBe(1));
    publisher.push(trade(2));
    let drained = false;
    void publisher.drain(1_000).then(() => (drained = true));
    await vi.waitFor(async () => {
      await clock.advance(500);
      expect(drained).toBe(true);
    });
    await vi.waitFor(() => expect(publisher.dropped).toBe(2));
  });
});
