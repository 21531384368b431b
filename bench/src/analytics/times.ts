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

function shareOf(values: readonly number[], p: number): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    p,
  );
}
