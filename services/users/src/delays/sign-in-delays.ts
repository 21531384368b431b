import type { Clock } from '@tidemark/clock/clock';
import type { Kysely } from 'kysely';
import type { UsersTables } from '../tables.ts';
import { ALL_FORGOTTEN_AFTER_MS, type DelayRule } from './delay-rule.ts';
import { counted, takenBack, waitOf, type FailureCount } from './failure-count.ts';

/** One row of failures that a guess counts in. */
export interface Guessed {
  key: string;
  rule: DelayRule;
}

/** A guess that was counted in a row. */
export interface Counted {
  key: string;
  before: FailureCount;
  after: FailureCount;
}

/** Whether a guess may be made: at once, where `waitMs` is 0, and then it has been counted. */
export interface Reservation {
  waitMs: number;
  counted: readonly Counted[];
}

/**
 * Delays after failed guesses. A guess is counted as failed before it is checked and taken back when it was right, so
 * that of many at once no more are checked than one after the other would be.
 */
export class SignInDelays {
  readonly #db: Kysely<UsersTables>;
  readonly #clock: Clock;

  constructor(db: Kysely<UsersTables>, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Counts a guess in all of the rows, or in none where one is delayed. */
  async reserve(guesses: readonly Guessed[]): Promise<Reservation> {
    const ordered = [...guesses].sort((a, b) => (a.key < b.key ? -1 : 1));
    return this.#db.transaction().execute(async (tx) => {
      const rows = await this.#hold(
        tx,
        ordered.map(({ key }) => key),
      );
      const now = this.#clock.now();
      const waitMs = Math.max(...[...rows.values()].map((row) => waitOf(row, now)));
      if (waitMs > 0) return { waitMs, counted: [] };
      const done: Counted[] = [];
      for (const { key, rule } of ordered) {
        const before = rows.get(key) ?? none(now);
        const after = counted(before, now, rule);
        await write(tx, key, after);
        done.push({ key, before, after });
      }
      return { waitMs: 0, counted: done };
    });
  }

  /** The guess was not wrong: it counts no more. One row at a time, so that nobody waits for two. */
  async takeBack(guesses: readonly Counted[]): Promise<void> {
    for (const guess of guesses) {
      await this.#db.transaction().execute(async (tx) => {
        const row = (await this.#hold(tx, [guess.key])).get(guess.key);
        if (row) await write(tx, guess.key, takenBack(row, guess));
      });
    }
  }

  /** Nothing has failed there. One row at a time, as above. */
  async clear(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#db.deleteFrom('login_delays').where('key', '=', key).execute();
    }
  }

  async prune(): Promise<void> {
    const before = new Date(this.#clock.now() - ALL_FORGOTTEN_AFTER_MS);
    await this.#db.deleteFrom('login_delays').where('last_failure_at', '<', before).execute();
  }

  /** The rows, made where they are not there yet; nobody else counts in them until the transaction ends. */
  async #hold(
    tx: Kysely<UsersTables>,
    keys: readonly string[],
  ): Promise<Map<string, FailureCount>> {
    const now = new Date(this.#clock.now());
    const rows = await tx
      .insertInto('login_delays')
      .values(keys.map((key) => ({ key, failures: 0, last_failure_at: now, blocked_until: now })))
      .onConflict((oc) =>
        oc.column('key').doUpdateSet((eb) => ({ failures: eb.ref('login_delays.failures') })),
      )
      .returning(['key', 'failures', 'last_failure_at', 'blocked_until'])
      .execute();
    return new Map(rows.map((row) => [row.key, countOf(row)]));
  }
}

async function write(tx: Kysely<UsersTables>, key: string, count: FailureCount): Promise<void> {
  await tx
    .updateTable('login_delays')
    .set({
      failures: count.failures,
      last_failure_at: new Date(count.lastFailureAt),
      blocked_until: new Date(count.blockedUntil),
    })
    .where('key', '=', key)
    .execute();
}

function countOf(row: {
  failures: number;
  last_failure_at: Date;
  blocked_until: Date;
}): FailureCount {
  const { failures, last_failure_at: last, blocked_until: until } = row;
  return { failures, lastFailureAt: last.getTime(), blockedUntil: until.getTime() };
}

function none(now: number): FailureCount {
  return { failures: 0, lastFailureAt: now, blockedUntil: now };
}
