import { randomUUID } from 'node:crypto';
import type { RegistrationState } from '@tidemark/contracts/account';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Registration } from '@tidemark/contracts/session';
import { sql } from 'kysely';
import { lockAccount, nameKey } from '../account/account.ts';
import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import { requireGoodPassword } from '../passwords/password-rules.ts';
import type { Passwords } from '../passwords/passwords.ts';
import type { SignedInAs, Sessions } from '../sessions/sessions.ts';
import type { UsersDb } from '../tables.ts';
import { withFreeNames } from './taken-names.ts';

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'config' | 'audit'> & {
  passwords: Passwords;
  sessions: Sessions;
};

/** Makes accounts. The first one of an instance is its administrator's. */
export class Registrations {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async state(): Promise<RegistrationState> {
    const first = await isEmpty(this.#parts.db);
    return { open: first || this.#parts.config.REGISTRATION_OPEN, first_account: first };
  }

  /**
   * Makes an account and begins its first session.
   * @throws TidemarkError FORBIDDEN where registration is closed, INVALID_REQUEST for a bad password, CONFLICT for names
   * that are taken
   */
  async register(wanted: Registration, caller: Caller): Promise<SignedInAs> {
    const { db, passwords } = this.#parts;
    if (!(await this.state()).open) throw closed();
    await requireGoodPassword(wanted.password, wanted);
    return withFreeNames(db, wanted, null, async () => {
      const hash = await passwords.hash(wanted.password);
      return db.transaction().execute((tx) => this.#insert(tx, wanted, hash, caller));
    });
  }

  async #insert(
    tx: UsersDb,
    { username, email }: Registration,
    hash: string,
    caller: Caller,
  ): Promise<SignedInAs> {
    const first = await isFirst(tx);
    if (!first && !this.#parts.config.REGISTRATION_OPEN) throw closed();
    const id = randomUUID();
    const now = new Date(this.#parts.clock.now());
    await tx
      .insertInto('users')
      .values({
        id,
        username,
        username_key: nameKey(username),
        email,
        email_key: nameKey(email),
        password_hash: hash,
        role: first ? 'admin' : 'user',
        is_active: true,
        preferences: '{}',
        created_at: now,
        password_changed_at: now,
      })
      .execute();
    return this.#begin(tx, id, caller);
  }

  async #begin(tx: UsersDb, id: string, caller: Caller): Promise<SignedInAs> {
    const { audit, sessions } = this.#parts;
    const account = await lockAccount(tx, id);
    if (!account) throw new Error('an account that was just made is not there');
    const { grant } = await sessions.open(tx, id, caller);
    const details = { role: account.role, session_id: grant.sessionId };
    const actor = { ...caller, userId: id };
    await audit.record(tx, actor, { event: 'registered', userId: id, details });
    return { account, grant };
  }
}

async function isEmpty(db: UsersDb): Promise<boolean> {
  const one = await db.selectFrom('users').select('id').limit(1).executeTakeFirst();
  return one === undefined;
}

/** Whether there is no account yet. Of several who find none, one at a time goes on, and the others look again. */
async function isFirst(tx: UsersDb): Promise<boolean> {
  if (!(await isEmpty(tx))) return false;
  await sql`select pg_advisory_xact_lock(hashtext('tidemark.users.first-account'))`.execute(tx);
  return isEmpty(tx);
}

function closed(): TidemarkError {
  return new TidemarkError('FORBIDDEN', 'Registration is closed on this Tidemark.');
}
