import { percentile } from '../percentile.ts';

/** Times of one kind of call. */
export class Times {
  readonly #ms: number[] = [];
  readonly #cpu: number[] = [];

  /** Does the call and notes what it took. */
  async note<T>(call: () => Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    const began = performance.now();
    const answer = await call();
    this.#ms.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    this.#cpu.push(user + system);
    return answer;
  }

  /** CPU time of the middle call in all threads of this process, µs. */
  get cpu(): number {
    return shareOf(this.#cpu, 0.5);
  }

  /** ms that the share `p` of the calls did not exceed. */
  at(p: number): number {
    return shareOf(this.#ms, p);
  }
}

/** Of two stretches of the same calls the quicker one by p95: what else the machine does can only slow one down. */
export function quicker(a: Times, b: Times): Times {
  return b.at(0.95) < a.at(0.95) ? b : a;
}

function shareOf(values: readonly number[], p: number): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    p,
  );
}
