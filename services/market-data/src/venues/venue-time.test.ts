import { TestClock } from '@tidemark/clock/test-clock';
import { SkewedClock } from '@tidemark/testkit/skewed-clock';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VenueTime } from './venue-time.ts';
import { VenueTimes } from './venue-times.ts';

/** A machine whose clock may be wrong, a venue whose clock may be too, and how the one learns of the other. */
function setUp(aheadMs: number) {
  const truth = new TestClock();
  const machine = new SkewedClock(truth);
  machine.aheadMs = aheadMs;
  const time = new VenueTime(machine);
  const venue = { aheadMs: 0, now: () => truth.now() + venue.aheadMs };
  /** An answer whose Date has whole seconds, `ms` under way in each direction. */
  const answer = async (ms = 40, error = 0) => {
    const sentAt = machine.monotonic();
    await truth.advance(ms);
    const told = Math.floor((venue.now() + error) / 1_000) * 1_000;
    await truth.advance(ms);
    time.noteAnswer({ time: told, resolutionMs: 1_000, sentAt, receivedAt: machine.monotonic() });
  };
  const frames = async (count: number, error = 0) => {
    for (let i = 0; i < count; i += 1) {
      const sent = venue.now() + error;
      await truth.advance(100 + 37 * (i % 5));
      time.noteFrame(sent);
    }
  };
  const error = () => Math.abs(time.now() - venue.now());
  return { truth, machine, venue, time, answer, frames, error };
}

describe('the time of a venue', () => {
  it('is known from two answers, however wrong this machine’s clock is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -4_000_000, max: 4_000_000 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 10 }),
        async (ahead, delays) => {
          const { time, answer, error, machine, venue, truth } = setUp(ahead);
          expect(time.offsetMs).toBeNull();
          for (const ms of delays) {
            await answer(ms);
            await truth.advance(1_234);
          }
          const widest = 750 + Math.min(...delays);
          expect(error()).toBeLessThanOrEqual(widest);
          expect(Math.abs((time.offsetMs ?? 0) - ahead)).toBeLessThanOrEqual(widest);
          const steady = machine.monotonic();
          expect(time.earliestAt(steady)).toBeLessThanOrEqual(venue.now());
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is this machine’s while the venue does not contradict it', async () => {
    const { time, answer, machine } = setUp(300);
    for (let i = 0; i < 5; i += 1) await answer();
    expect(time.now()).toBe(machine.now());
    expect(time.offsetMs).toBe(0);
  });

  it('does not follow one answer that disagrees, and does follow two', async () => {
    const { time, answer, venue, error } = setUp(-30_000);
    for (let i = 0; i < 3; i += 1) await answer();
    await answer(40, 3_600_000);
    expect(error()).toBeLessThan(1_000);
    expect(time.wantsAnswer).toBe(true);
    await answer();
    expect(time.wantsAnswer).toBe(false);
    venue.aheadMs = 45_000;
    await answer();
    await answer();
    expect(error()).toBeLessThan(1_000);
  });

  it('stays what it is when somebody sets this machine’s clock, and says that it was set', async () => {
    const { time, answer, machine, error } = setUp(0);
    for (let i = 0; i < 3; i += 1) await answer();
    expect(time.look()).toBe(0);
    for (const ahead of [30_000, -30_000, 0]) {
      const before = machine.aheadMs;
      machine.aheadMs = ahead;
      expect(error()).toBeLessThan(1_000);
      expect(time.look()).toBe(ahead - before);
      expect(time.wantsAnswer).toBe(true);
      await answer();
      expect(Math.abs((time.offsetMs ?? 0) - ahead)).toBeLessThan(1_000);
    }
  });

  it('follows from frames while nothing was answered, and a frame with a wrong time changes little', async () => {
    const { time, frames, answer, error } = setUp(660_000);
    await frames(6);
    expect(time.known).toBe(false);
    await frames(2, 500_000);
    await frames(20);
    expect(error()).toBeLessThan(1_000);
    await answer();
    await answer();
    await frames(40, -60_000);
    expect(error()).toBeLessThan(1_000);
  });

  it('of frames that contradict one another is not known', async () => {
    const { time, frames } = setUp(0);
    for (let i = 0; i < 10; i += 1) {
      await frames(2, 60_000);
      await frames(2);
    }
    expect(time.known).toBe(false);
  });
});

describe('the time of the market', () => {
  async function market(own: number, binance: number | null, coinbase: number | null) {
    const truth = new TestClock();
    const machine = new SkewedClock(truth);
    machine.aheadMs = own;
    const times = new VenueTimes(machine);
    const tell = (exchange: 'binance' | 'coinbase', ahead: number | null) => {
      const at = machine.monotonic();
      const told = { resolutionMs: 1, sentAt: at, receivedAt: at };
      if (ahead === null) return;
      for (let i = 0; i < 2; i += 1)
        times.of(exchange).noteAnswer({ ...told, time: truth.now() + ahead });
    };
    tell('binance', binance);
    tell('coinbase', coinbase);
    await truth.advance(10_000);
    return { error: times.market.now() - truth.now(), times, truth };
  }

  it('is the venues’ where this machine’s clock is wrong, and most clocks’ where a venue’s is', async () => {
    const off = async (...all: Parameters<typeof market>) => (await market(...all)).error;
    expect(await off(660_000, 0, 0)).toBeCloseTo(0, -1);
    expect(await off(660_000, 0, null)).toBeCloseTo(0, -1);
    expect(await off(0, 60_000, 0)).toBe(0);
    expect(await off(0, 0, -60_000)).toBe(0);
    expect(await off(5_000, null, null)).toBe(5_000);
  });

  it('is what a venue’s times are told in, whatever its own clock shows', async () => {
    const { times, truth } = await market(-300_000, 60_000, 0);
    const traded = truth.now() + 60_000 - 2_000;
    const age = times.market.now() - times.toMarket('binance', traded);
    expect(age).toBeCloseTo(2_000, -1);
  });
});
