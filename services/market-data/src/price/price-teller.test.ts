import { TestClock } from '@tidemark/clock/test-clock';
import type { Price, PriceUpdate } from '@tidemark/contracts/price';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { describe, expect, it } from 'vitest';
import { PriceTeller } from './price-teller.ts';

function price(coin_id: string, value: number): Price {
  return {
    coin_id,
    price: value,
    currency: 'USD',
    change_24h: null,
    change_24h_pct: null,
    high_24h: null,
    low_24h: null,
    volume_24h: null,
    timestamp: '2026-01-01T00:00:00.000Z',
    quality: 'live',
    simulated: false,
    sources: [],
  };
}

function setUp() {
  const clock = new TestClock();
  const told: string[] = [];
  const calls: PromiseWithResolvers<undefined>[] = [];
  const ranges: string[] = [];
  const publish = async (_: unknown, messages: readonly { value: PriceUpdate }[]) => {
    const call = Promise.withResolvers<undefined>();
    calls.push(call);
    await call.promise;
    ranges.push(...messages.map(({ value }) => `${value.low} to ${value.high}`));
    told.push(...messages.map(({ value }) => `${value.coin_id} ${value.price}`));
  };
  const bus = { publish } as unknown as EventBus;
  const teller = new PriceTeller({ clock, bus, logger: createLogger({ level: 'silent' }) });
  const say = (...prices: Price[]) => {
    for (const each of prices)
      if (teller.isNews(each))
        teller.put({ ...each, told_at: clock.now(), low: each.price - 1, high: each.price + 1 });
    teller.tell();
  };
  const answered = async (error?: Error) => {
    const call = calls.shift();
    if (error) call?.reject(error);
    else call?.resolve(undefined);
    await clock.advance(0);
  };
  return { clock, told, ranges, calls, teller, say, answered };
}

describe('price teller', () => {
  it('tells where a price was that nobody was told of, while the bus took nothing', async () => {
    const { ranges, say, answered } = setUp();
    say(price('a', 10));
    say(price('a', 20));
    say(price('a', 15));
    await answered();
    await answered();
    expect(ranges).toEqual(['9 to 11', '9 to 21']);
  });

  it('tells a price once, and again after ten seconds though it has not changed', async () => {
    const { clock, told, say, answered } = setUp();
    say(price('a', 1));
    await answered();
    say(price('a', 1));
    expect(told).toEqual(['a 1']);
    await clock.advance(10_000);
    say(price('a', 1));
    await answered();
    expect(told).toEqual(['a 1', 'a 1']);
  });

  it('one publish is under way at a time; what comes meanwhile goes next, the latest of each coin', async () => {
    const { told, calls, say, answered } = setUp();
    say(price('a', 1));
    say(price('a', 2), price('b', 1));
    say(price('a', 3));
    expect(calls).toHaveLength(1);
    await answered();
    await answered();
    expect(told).toEqual(['a 1', 'b 1', 'a 3']);
  });

  it('what the bus did not take is told at the next look', async () => {
    const { clock, told, say, answered } = setUp();
    say(price('a', 1));
    await answered(new Error('away'));
    await clock.advance(500);
    say(price('a', 1));
    await answered();
    expect(told).toEqual(['a 1']);
  });

  it('a coin that went to another replica is not told, and at once when it comes back', async () => {
    const { told, teller, say, answered } = setUp();
    say(price('a', 1));
    say(price('b', 1));
    teller.forget('b');
    await answered();
    expect(told).toEqual(['a 1']);
    teller.forget('a');
    say(price('a', 1));
    await answered();
    expect(told).toEqual(['a 1', 'a 1']);
  });
});
