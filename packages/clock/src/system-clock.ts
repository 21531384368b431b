import { sleepBy, type Clock } from './clock.ts';

/** Node's timers cannot wait longer; a longer delay would fire at once. */
const MAX_TIMER_MS = 2_147_483_647;

function after(ms: number, callback: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (left: number): void => {
    const step = Math.min(left, MAX_TIMER_MS);
    timer = setTimeout(() => (left > step ? wait(left - step) : callback()), step);
  };
  wait(ms);
  return () => clearTimeout(timer);
}

function every(ms: number, callback: () => void): () => void {
  const timer = setInterval(callback, ms);
  return () => clearInterval(timer);
}

/** The machine's clock and timers. A timer keeps the process alive until it has fired or is cancelled. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => sleepBy(after, ms, signal),
  after,
  every,
};
