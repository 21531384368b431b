import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';

/**
 * A clock that runs `speed` times as fast as the wall clock from the moment it is made: an hour of a market passes in
 * seconds while sockets and databases stay real.
 * @param speed over 0
 * @param start epoch ms at which it begins; default now
 */
export function scaledClock(speed: number, start = Date.now()): Clock {
  const origin = performance.now();
  const elapsed = () => (performance.now() - origin) * speed;
  return {
    now: () => Math.floor(start + elapsed()),
    monotonic: elapsed,
    sleep: (ms, signal) => systemClock.sleep(ms / speed, signal),
    after: (ms, callback) => systemClock.after(ms / speed, callback),
    every: (ms, callback) => systemClock.every(ms / speed, callback),
  };
}
