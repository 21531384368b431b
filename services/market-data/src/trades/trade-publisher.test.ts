import { TestClock } from '@tidemark/clock/test-clock';
import type { Trade } from '@tidemark/contracts/trade';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { universeOf } from '@tidemark/testkit/market-rig';
import { describe, expect, it, vi } from 'vitest';
import type { VenueTrade } from '../venues/venue.ts';
import { TradePublisher } from './trade-publisher.ts';

const universe = universeOf('bitcoin');
const trade = (trade_id: number) =>
  ({ exchange: 'binance', product: 'BTCUSDT', trade_id }) as VenueTrade;

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
  const logger = createLogger({ level: 'silent' });
  const heard: Trade[] = [];
  const parts = { bus: port, clock, logger, universe, heard: (each: Trade) => heard.push(each) };
  const publisher = new TradePublisher(parts);
  return { clock, bus, taken, heard, publisher };
}

describe('trade publisher', () => {
  it('trades wait for a bus that is away and keep their order', async () => {
    const { clock, bus, taken, publisher } = setUp();
    bus.refuse = new Error('away');
    for (let id = 0; id < 10; id += 1) publisher.take(trade(id));
    await vi.waitFor(() => expect(bus.calls).toBe(1));
    for (let id = 10; id < 20; id += 1) publisher.take(trade(id));
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
    publisher.take(trade(0));
    await vi.waitFor(() => expect(bus.calls).toBe(1));
    for (let id = 1; id <= 4_999; id += 1) publisher.take(trade(id));
    expect(publisher.room()).toBeNull();
    publisher.take(trade(5_000));
    const room = publisher.room();
    expect(room).not.toBeNull();
    for (let id = 5_001; id <= 100_002; id += 1) publisher.take(trade(id));
    expect(publisher.dropped).toBe(3);
    bus.refuse = null;
    await clock.advance(1_000);
    await room;
  });

  it('a trade gets its coin and is heard at once; of what is not followed nothing is', async () => {
    const { taken, heard, publisher } = setUp();
    publisher.take({ ...trade(7), product: 'OTHERUSDT' });
    publisher.take(trade(8));
    expect(heard).toEqual([{ ...trade(8), coin_id: 'bitcoin' }]);
    await vi.waitFor(() => expect(taken).toEqual([8]));
  });

  it('draining ends with a bus that stays away', async () => {
    const { clock, bus, publisher } = setUp();
    bus.refuse = new Error('away');
    publisher.take(trade(1));
    await vi.waitFor(() => expect(bus.calls).toBe(1));
    publisher.take(trade(2));
    let drained = false;
    void publisher.drain(1_000).then(() => (drained = true));
    await vi.waitFor(async () => {
      await clock.advance(500);
      expect(drained).toBe(true);
    });
    await vi.waitFor(() => expect(publisher.dropped).toBe(2));
  });
});
