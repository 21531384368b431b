import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';

/**
 * A clock that runs `speed` times as fast as the wall clock: an hour of a market passes in seconds while sockets and
 * databases stay real. Processes with the same `anchor` agree on the time.
 * @param speed over 0
 * @param anchor epoch ms at which it and the wall clock agree; default now
 */
export function scaledClock(speed: number, anchor = Date.now()): Clock {
  const elapsed = () => (Date.now() - anchor) * speed;
  return {
    now: () => anchor + elapsed(),
    monotonic: elapsed,
    sleep: (ms, signal) => systemClock.sleep(ms / speed, signal),
    after: (ms, callback) => systemClock.after(ms / speed, callback),
    every: (ms, callback) => systemClock.every(ms / speed, callback),
  };
}
