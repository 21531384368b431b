import { TidemarkError } from '@tidemark/contracts/errors';
import type { CorrelationMatrix } from '@tidemark/risk/correlation-matrix';
import { Piscina } from 'piscina';
import type { BacktestAnswer } from '../backtest/backtest-answer.ts';
import type { BacktestQuestion } from '../backtest/backtest-question.ts';
import type { MatrixQuestion } from '../figures/matrix.ts';
import type * as tasks from './worker.ts';

type Task = keyof typeof tasks;

/** Tasks that wait for a thread; more are refused. */
const MOST_WAITING = 32;
/** A thread without work is ended after so long, ms. */
const IDLE_MS = 60_000;

/** Work that takes long enough to be felt by others, in a thread of its own. */
export class HeavyWork {
  readonly #threads = new Piscina({
    filename: new URL('worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 2,
    maxQueue: MOST_WAITING,
    idleTimeout: IDLE_MS,
  });

  /** @throws TidemarkError NOT_READY when too much waits */
  correlationMatrix(question: MatrixQuestion): Promise<CorrelationMatrix> {
    return this.#run('matrix', question);
  }

  /** @throws TidemarkError NOT_READY when too much waits */
  backtest(question: BacktestQuestion): Promise<BacktestAnswer> {
    return this.#run('backtest', question);
  }

  /** Tasks that wait for a thread. */
  get waiting(): number {
    return this.#threads.queueSize;
  }

  async stop(): Promise<void> {
    await this.#threads.destroy();
  }

  async #run<A>(name: Task, question: object): Promise<A> {
    if (this.#threads.queueSize >= MOST_WAITING) {
      throw new TidemarkError('NOT_READY', 'Too many computations wait; try again.');
    }
    return (await this.#threads.run(question, { name })) as A;
  }
}
