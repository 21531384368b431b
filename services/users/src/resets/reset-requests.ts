import { lockAccount, nameKey, selectAccounts, type Account } from '../account/account.ts';
import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import { Errands } from '../mail/errands.ts';
import { resetLetter } from '../mail/letters.ts';
import type { Outbox } from '../mail/outbox.ts';
import type { UsersDb } from '../tables.ts';
import { digestOf, randomToken } from '../tokens/random-token.ts';

/** How long a token is good, minutes. */
const TOKEN_MINUTES = 30;
const MAX_WAITING = 200;
const AT_ONCE = 2;
/** Links that one account is sent in an hour; nobody's mailbox is to be filled by somebody else. */
const LINKS_PER_HOUR = 5;
const HOUR_MS = 60 * 60_000;
const UNSENT =
  'somebody asked to reset a password and no mail can be sent: give the link to its owner';

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'logger' | 'config' | 'audit'> & {
  outbox: Outbox;
};

/**
 * Sends links that reset a password. All of the work is done after the answer, so that neither its words nor its time
 * tell whether there is such an account.
 */
export class ResetRequests {
  readonly #parts: Parts;
  readonly #errands = new Errands(MAX_WAITING, AT_ONCE);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether links go out by mail; else they are in the log, for the administrator. */
  get byMail(): boolean {
    return this.#parts.outbox.isSetUp && this.#parts.config.PUBLIC_URL !== undefined;
  }

  /** What is not with the outbox yet, and what was refused since the start. */
  get counts(): { size: number; dropped: number } {
    return this.#errands;
  }

  /** Takes a request. False: too many wait, whoever they are about; ask again later. */
  take(email: string, caller: Caller): boolean {
    return this.#errands.add(() =>
      this.#handle(email, caller).catch((error: unknown) =>
        this.#parts.logger.error({ err: error }, 'a password reset could not be prepared'),
      ),
    );
  }

  /** Resolves once every request that was taken is with the outbox. */
  settled(): Promise<void> {
    return this.#errands.settled();
  }

  async #handle(email: string, caller: Caller): Promise<void> {
    const { db, audit } = this.#parts;
    const account = await selectAccounts(db)
      .where('email_key', '=', nameKey(email))
      .executeTakeFirst();
    if (!account) {
      await audit.record(db, caller, { event: 'password_reset_requested', userId: null });
      return;
    }
    const token = randomToken();
    if (await this.#store(account, token, caller)) this.#send(account, token);
  }

  /** Stores the token and voids those before it. False: the account is sent none. */
  #store({ id }: Account, token: string, caller: Caller): Promise<boolean> {
    const { db, audit, clock } = this.#parts;
    return db.transaction().execute(async (trx) => {
      const now = clock.now();
      const account = await lockAccount(trx, id);
      const wanted = account?.is_active === true && (await mayHaveAnother(trx, id, now));
      const details = { link: wanted ? 'made' : 'refused' };
      await audit.record(trx, caller, { event: 'password_reset_requested', userId: id, details });
      if (!wanted) return false;
      await voidResets(trx, id, now);
      await trx
        .insertInto('password_resets')
        .values({
          hash: digestOf(token),
          user_id: id,
          created_at: new Date(now),
          expires_at: new Date(now + TOKEN_MINUTES * 60_000),
          used_at: null,
        })
        .execute();
      return true;
    });
  }

  #send({ id, username, email }: Account, token: string): void {
    const { config, logger, outbox } = this.#parts;
    const origin = config.PUBLIC_URL?.replace(/\/$/, '') ?? '';
    // Behind the `#` it is in no request, and so in no log of a server on the way.
    const link = `${origin}/login/reset/#token=${token}`;
    if (this.byMail) outbox.post(resetLetter({ to: email, username }, link, TOKEN_MINUTES));
    else logger.warn({ user_id: id, username, link }, UNSENT);
  }
}

async function mayHaveAnother(trx: UsersDb, userId: string, now: number): Promise<boolean> {
  const since = new Date(now - HOUR_MS);
  const ofUser = trx.deleteFrom('password_resets').where('user_id', '=', userId);
  await ofUser.where('created_at', '<=', since).execute();
  const { count } = await trx
    .selectFrom('password_resets')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return count < LINKS_PER_HOUR;
}

/** Makes every link that resets the account's password void: for whenever its password or its email changes. */
export async function voidResets(db: UsersDb, userId: string, now: number): Promise<void> {
  await db
    .updateTable('password_resets')
    .set({ used_at: new Date(now) })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
}
