import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { percentile } from '../percentile.ts';

/** What others wait for the main thread, ms. */
export interface Waits {
  /** As the clock tells it: also while the machine does other things. */
  delayP99: number;
  delayMax: number;
  /** CPU time that the main thread spent between two of its turns: as long others would wait on a machine with nothing else to do. */
  turnP99: number;
  turnMax: number;
  /** Share of the time that the main thread was not waiting. */
  busy: number;
}

/** Looks at the main thread every ms while `work` is done. */
export async function waitsDuring(work: () => Promise<unknown>): Promise<Waits> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = performance.eventLoopUtilization();
  const turns: number[] = [];
  let spent = mainThreadMs();
  const timer = setInterval(() => {
    const now = mainThreadMs();
    turns.push(now - spent);
    spent = now;
  }, 1);
  delay.enable();
  await work();
  delay.disable();
  clearInterval(timer);
  turns.sort((a, b) => a - b);
  return {
    delayP99: delay.percentile(99) / 1e6,
    delayMax: delay.max / 1e6,
    turnP99: percentile(turns, 0.99),
    turnMax: turns.at(-1) ?? NaN,
    busy: performance.eventLoopUtilization(before).utilization,
  };
}

function mainThreadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
