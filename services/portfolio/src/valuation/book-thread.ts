import { TidemarkError } from '@tidemark/contracts/errors';
import { Piscina } from 'piscina';
import { isLacking, type LedgerTail, type Question } from '../bookkeeping/question.ts';
import { changedSince, indexAt, type Ledger } from '../ledger/ledger.ts';
import type * as tasks from './worker.ts';

type Tasks = typeof tasks;
export type Task = keyof Tasks;
export type Wanted<T extends Task> = Parameters<Tasks[T]>[0]['wanted'];
export type Told<T extends Task> = Exclude<ReturnType<Tasks[T]>, { lacksLedgerSince: unknown }>;

/** Questions that wait for the thread; more are refused. */
const MOST_WAITING = 64;
/** The thread ends after so long without a question, ms, and with it all books. */
const IDLE_MS = 600_000;

/** The thread that keeps the books: what takes long there holds up nobody here. It is started by the first question. */
export class BookThread {
  readonly #thread = new Piscina({
    filename: new URL('worker.ts', import.meta.url).href,
    ...{ minThreads: 0, maxThreads: 1, maxQueue: MOST_WAITING, idleTimeout: IDLE_MS },
  });

  /**
   * Asks; `ledger` is sent as far as the thread does not have it.
   * @throws TidemarkError NOT_READY when too many questions wait
   */
  async ask<T extends Task>(
    task: T,
    question: Question<Wanted<T>>,
    ledger: () => Promise<Ledger>,
  ): Promise<Told<T>> {
    const answer = await this.#run(task, question);
    if (!isLacking(answer)) return answer as Told<T>;
    const tail = tailOf(await ledger(), answer.lacksLedgerSince);
    const of = { ...question.of, ledgerVersion: tail.version };
    return (await this.#run(task, { ...question, of, ledger: tail })) as Told<T>;
  }

  async stop(): Promise<void> {
    await this.#thread.destroy();
  }

  async #run(task: Task, question: Question<unknown>): Promise<unknown> {
    if (this.#thread.queueSize >= MOST_WAITING) {
      throw new TidemarkError('NOT_READY', 'Too many computations wait; try again.');
    }
    return this.#thread.run(question, { name: task });
  }
}

/** What has changed of a ledger since a version; all of it where that is not known. */
function tailOf(ledger: Ledger, known: number | null): LedgerTail {
  const { portfolioId, version, transactions, ids } = ledger;
  const since = known === null ? -Infinity : changedSince(ledger, known);
  const at = indexAt(transactions, since);
  return {
    ...{ portfolioId, version, since, after: since === -Infinity ? null : known },
    ...{ transactions: transactions.slice(at), ids: ids.slice(at) },
  };
}
