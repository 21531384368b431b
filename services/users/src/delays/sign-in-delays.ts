import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { UsersDb } from '../tables.ts';
import type { DelayKey } from './delay-keys.ts';
import {
  ALL_FORGOTTEN_AFTER_MS,
  counted,
  takenBack,
  waitOf,
  type FailureCount,
} from './failure-count.ts';

/** A guess that was counted in a row. */
export interface Counted {
  key: string;
  before: FailureCount;
  after: FailureCount;
}

/** Nothing is checked for now; the answer says in `Retry-After` until when. */
export class TooManyGuesses extends TidemarkError {
  /** Whole seconds, at least 1. */
  readonly retryAfterS: number;

  constructor(waitMs: number) {
    super('RATE_LIMITED', 'Too many failed attempts. Wait a moment, then try again.');
    this.retryAfterS = Math.max(1, Math.ceil(waitMs / 1000));
  }
}

/**
 * Delays after failed guesses. A guess is counted as failed before it is checked and taken back when it was right, so
 * that of many at once no more are checked than one after the other would be.
 */
export class SignInDelays {
  readonly #db: UsersDb;
  readonly #clock: Clock;

  constructor(db: UsersDb, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /**
   * Counts a guess in all of the rows, or in none where one is delayed.
   * @throws TooManyGuesses where it may not be made now
   */
  async reserve(keys: readonly DelayKey[]): Promise<readonly Counted[]> {
    const ordered = [...keys].sort((a, b) => (a.key < b.key ? -1 : 1));
    const { waitMs, done } = await this.#db.transaction().execute(async (tx) => {
      const rows = await this.#hold(
        tx,
        ordered.map(({ key }) => key),
      );
      const now = this.#clock.now();
      const waitMs = Math.max(...[...rows.values()].map((row) => waitOf(row, now)));
      const done: Counted[] = [];
      for (const { key, rule } of waitMs > 0 ? [] : ordered) {
        const before = rows.get(key) ?? none(now);
        const after = counted(before, now, rule);
        await write(tx, key, after);
        done.push({ key, before, after });
      }
      return { waitMs, done };
    });
    if (waitMs > 0) throw new TooManyGuesses(waitMs);
    return done;
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
  async clear(keys: readonly DelayKey[]): Promise<void> {
    for (const { key } of keys) {
      await this.#db.deleteFrom('login_delays').where('key', '=', key).execute();
    }
  }

  async prune(): Promise<void> {
    const before = new Date(this.#clock.now() - ALL_FORGOTTEN_AFTER_MS);
    await this.#db.deleteFrom('login_delays').where('last_failure_at', '<', before).execute();
  }

  /** The rows, made where they are not there yet; nobody else counts in them until the transaction ends. */
  async #hold(tx: UsersDb, keys: readonly string[]): Promise<Map<string, FailureCount>> {
    const now = new Date(this.#clock.now());
    const rows = await tx
      .insertInto('login_delays')
      .values(keys.map((key) => ({ key, failures: 0, last_failure_at: now, blocked_until: now })))
      .onConflict((oc) =>
        oc.column('key').doUpdateSet((eb) => ({ failures: eb.ref('login_delays.failures') })),
      )
      .returning(['key', 'failures', 'last_failure_at', 'blocked_until'])
      .execute();
    return new Map(
      rows.map(({ key, failures, last_failure_at: last, blocked_until: until }) => [
        key,
        { failures, lastFailureAt: last.getTime(), blockedUntil: until.getTime() },
      ]),
    );
  }
}

async function write(tx: UsersDb, key: string, count: FailureCount): Promise<void> {
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

function none(now: number): FailureCount {
  return { failures: 0, lastFailureAt: now, blockedUntil: now };
}
