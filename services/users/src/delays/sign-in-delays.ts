import type { Clock } from '@tidemark/clock/clock';
import { sql, type Kysely } from 'kysely';
import type { UsersTables } from '../tables.ts';
import { delayAfter, FORGOTTEN_AFTER_MS, type DelayRule } from './delay-rule.ts';

/** One row of failures that a guess counts in. */
export interface Guessed {
  key: string;
  rule: DelayRule;
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

  /** Counts a guess in all of the rows, or in none where one is delayed; answers for how long, ms; 0: guess now. */
  async reserve(guesses: readonly Guessed[]): Promise<number> {
    const ordered = [...guesses].sort((a, b) => (a.key < b.key ? -1 : 1));
    return this.#db.transaction().execute(async (tx) => {
      const rows = await this.#hold(tx, ordered);
      const now = this.#clock.now();
      const waitMs = Math.max(...rows.map((row) => row.blocked_until.getTime() - now));
      if (waitMs > 0) return waitMs;
      for (const { key, rule } of ordered) {
        const row = rows.find((held) => held.key === key);
        const failures = 1 + failuresOf(row, now);
        await this.#write(tx, key, failures, delayAfter(failures, rule));
      }
      return 0;
    });
  }

  /** The guess was not wrong: it counts no more. One row at a time, so that nobody waits for two. */
  async takeBack(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#db
        .updateTable('login_delays')
        .set({
          failures: sql<number>`greatest(failures - 1, 0)`,
          blocked_until: new Date(this.#clock.now()),
        })
        .where('key', '=', key)
        .execute();
    }
  }

  /** Nothing has failed there. One row at a time, as above. */
  async clear(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#db.deleteFrom('login_delays').where('key', '=', key).execute();
    }
  }

  async prune(): Promise<void> {
    const before = new Date(this.#clock.now() - FORGOTTEN_AFTER_MS);
    await this.#db.deleteFrom('login_delays').where('last_failure_at', '<', before).execute();
  }

  /** The rows, made where they are not there yet; nobody else counts in them until the transaction ends. */
  async #hold(tx: Kysely<UsersTables>, guesses: readonly Guessed[]) {
    const now = new Date(this.#clock.now());
    return tx
      .insertInto('login_delays')
      .values(
        guesses.map(({ key }) => ({ key, failures: 0, last_failure_at: now, blocked_until: now })),
      )
      .onConflict((oc) =>
        oc.column('key').doUpdateSet((eb) => ({ failures: eb.ref('login_delays.failures') })),
      )
      .returning(['key', 'failures', 'last_failure_at', 'blocked_until'])
      .execute();
  }

  async #write(
    tx: Kysely<UsersTables>,
    key: string,
    failures: number,
    delayMs: number,
  ): Promise<void> {
    const now = this.#clock.now();
    await tx
      .updateTable('login_delays')
      .set({
        failures,
        last_failure_at: new Date(now),
        blocked_until: new Date(now + delayMs),
      })
      .where('key', '=', key)
      .execute();
  }
}

interface Failed {
  failures: number;
  last_failure_at: Date;
}

function failuresOf(row: Failed | undefined, now: number): number {
  if (!row || now - row.last_failure_at.getTime() > FORGOTTEN_AFTER_MS) return 0;
  return row.failures;
}
