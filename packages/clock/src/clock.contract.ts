import { expect, test, describe } from 'vitest';
import type { Clock } from './clock.ts';

export interface ClockUnderTest {
  clock: Clock;
  /** Lets at least this much time pass on the clock. */
  advance(ms: number): Promise<void>;
}

/** What every clock does. */
export function describeClock(name: string, create: () => ClockUnderTest): void {
  describe(name, () => {
    test('both times go on by what passes', async () => {
      const { clock, advance } = create();
      const [wall, steady] = [clock.now(), clock.monotonic()];
      await advance(20);
      expect(clock.now() - wall).toBeGreaterThanOrEqual(19);
      expect(clock.monotonic() - steady).toBeGreaterThanOrEqual(19);
    });

    test('a callback comes once, and not before its time', async () => {
      const { clock, advance } = create();
      const from = clock.monotonic();
      const times: number[] = [];
      clock.after(20, () => times.push(clock.monotonic() - from));
      expect(times).toEqual([]);
      await advance(100);
      expect(times).toHaveLength(1);
      expect(times[0]).toBeGreaterThanOrEqual(19);
    });

    test('a cancelled callback never comes', async () => {
      const { clock, advance } = create();
      let calls = 0;
      const cancelOnce = clock.after(10, () => (calls += 1));
      const cancelRepeated = clock.every(10, () => (calls += 1));
      cancelOnce();
      cancelRepeated();
      await advance(40);
      expect(calls).toBe(0);
    });

    test('a repeated callback comes until it is cancelled', async () => {
      const { clock, advance } = create();
      let calls = 0;
      const cancel = clock.every(10, () => {
        calls += 1;
        if (calls === 3) cancel();
      });
      await advance(200);
      expect(calls).toBe(3);
    });

    test('callbacks come in the order of their times', async () => {
      const { clock, advance } = create();
      const order: string[] = [];
      clock.after(40, () => order.push('late'));
      clock.after(10, () => order.push('early'));
      await advance(100);
      expect(order).toEqual(['early', 'late']);
    });

    test('sleep ends after its time', async () => {
      const { clock, advance } = create();
      const from = clock.monotonic();
      const slept = clock.sleep(20).then(() => clock.monotonic() - from);
      await advance(40);
      expect(await slept).toBeGreaterThanOrEqual(19);
    });

    test('an aborted sleep rejects with the reason of the abort', async () => {
      const { clock } = create();
      const controller = new AbortController();
      const slept = clock.sleep(60_000, controller.signal);
      controller.abort(new Error('enough'));
      await expect(slept).rejects.toThrow('enough');
    });

    test('a sleep with an aborted signal does not begin', async () => {
      const { clock } = create();
      await expect(clock.sleep(60_000, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
    });
  });
}
