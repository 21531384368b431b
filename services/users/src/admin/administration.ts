import type { AdminUserChange } from '@tidemark/contracts/admin';
import {
  apiKeyKey,
  ENDED_KEPT_MS,
  ENDED_VERSION,
  HOLDER_KEPT_MS,
  HOLDER_VERSION,
  sessionKey,
  type Holder,
} from '@tidemark/contracts/credential';
import { noSuchAccount } from '@tidemark/service/identity/own-account';
import { lockAccount, keepAnAdmin, type Account } from '../account/account.ts';
import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import { voidResets } from '../resets/reset-requests.ts';
import type { EndedCredentials, SessionEnds } from '../sessions/session-ends.ts';
import { standing } from '../sessions/sessions.ts';
import type { UsersDb } from '../tables.ts';

/** Divides epoch milliseconds so that they stay below 1 until the year 2286. */
const MS_PER_VERSION = 1e13;

type Parts = Pick<UsersBasis, 'db' | 'cache' | 'clock' | 'logger' | 'audit'> & {
  sessionEnds: SessionEnds;
};

interface Changed {
  account: Account;
  ended: EndedCredentials;
}

/** What administrators do to accounts. */
export class Administration {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Opens or closes an account, or gives it another role; what changes holds for the next request. A closed account's
   * sessions end, and its API keys stand for nobody until it is open again.
   * @throws TidemarkError RESOURCE_NOT_FOUND, or CONFLICT where no active administrator would be left
   */
  async change(caller: Caller, userId: string, wanted: AdminUserChange): Promise<Account> {
    const { account, ended } = await this.#parts.db
      .transaction()
      .execute((trx) => this.#store(trx, caller, userId, wanted));
    await this.#parts.sessionEnds.tell(ended);
    await this.#tellAnew(userId);
    return account;
  }

  async #store(
    trx: UsersDb,
    caller: Caller,
    userId: string,
    wanted: AdminUserChange,
  ): Promise<Changed> {
    if (wanted.is_active === false || wanted.role === 'user') await keepAnAdmin(trx, userId);
    const before = await lockAccount(trx, userId);
    if (!before) throw noSuchAccount();
    const { is_active = before.is_active, role = before.role } = wanted;
    await trx.updateTable('users').set({ is_active, role }).where('id', '=', userId).execute();
    const account = { ...before, is_active, role };
    await this.#record(trx, caller, before, account);
    if (is_active || !before.is_active) return { account, ended: [] };
    await voidResets(trx, userId, this.#parts.clock.now());
    return { account, ended: await this.#parts.sessionEnds.endAll(trx, userId) };
  }

  async #record(
    trx: UsersDb,
    caller: Caller,
    before: Account,
    { id: userId, is_active, role }: Account,
  ): Promise<void> {
    const { audit } = this.#parts;
    if (is_active !== before.is_active) {
      const event = is_active ? 'account_activated' : 'account_deactivated';
      await audit.record(trx, caller, { event, userId });
    }
    if (role !== before.role) {
      const details = { from: before.role, to: role };
      await audit.record(trx, caller, { event: 'role_changed', userId, details });
    }
  }

  /**
   * Writes anew what the gateways know of an account's credentials, once its role or its being active has changed. Never
   * throws: what could not be told expires within seconds.
   *
   * The account and its keys are locked meanwhile, and read under the lock: of several changes at the same time the last
   * word is about what is so, and a key that is revoked meanwhile is ended after it. A version between that of an answer
   * and that of an end lets no answer from before replace it, and replaces no session's end.
   */
  async #tellAnew(userId: string): Promise<void> {
    try {
      await this.#parts.db.transaction().execute((trx) => this.#writeAnew(trx, userId));
    } catch (error) {
      this.#parts.logger.warn({ err: error }, 'gateways learn of a changed account by asking');
    }
  }

  async #writeAnew(trx: UsersDb, userId: string): Promise<void> {
    const account = await lockAccount(trx, userId);
    if (!account) return;
    const keys = await trx
      .selectFrom('api_keys')
      .select(['hash', 'scope', 'expires_at'])
      .where('user_id', '=', userId)
      .forUpdate()
      .execute();
    const now = this.#parts.clock.now();
    const good = keys.filter(({ expires_at }) => !expires_at || expires_at.getTime() > now);
    await Promise.all(good.map((key) => this.#tellOfKey(account, key)));
    if (account.is_active) await this.#tellOfSessions(trx, account);
  }

  /** A key works again with its account, so that its end is taken back before. */
  async #tellOfKey(
    account: Account,
    { hash, scope }: { hash: string; scope: Holder['scope'] },
  ): Promise<void> {
    const { cache } = this.#parts;
    const key = apiKeyKey(hash);
    if (!account.is_active) {
      await cache.setIfNewer(key, { holder: null }, ENDED_VERSION, ENDED_KEPT_MS);
      return;
    }
    await cache.delete(key);
    await this.#keep(key, { user_id: account.id, role: account.role, scope, session_id: null });
  }

  async #tellOfSessions(trx: UsersDb, { id, role }: Account): Promise<void> {
    const sessions = await standing(trx, this.#parts.clock.now())
      .select('id')
      .where('user_id', '=', id)
      .execute();
    const tell = ({ id: session_id }: { id: string }) =>
      this.#keep(sessionKey(session_id), { user_id: id, role, scope: 'read_write', session_id });
    await Promise.all(sessions.map(tell));
  }

  async #keep(key: string, holder: Holder): Promise<void> {
    const { cache, clock } = this.#parts;
    const version = HOLDER_VERSION + clock.now() / MS_PER_VERSION;
    await cache.setIfNewer(key, { holder }, version, HOLDER_KEPT_MS);
  }
}
