import type { UsersBasis } from '../context.ts';
import { withDefaults } from '../preferences/chosen-preferences.ts';
import { Errands } from './errands.ts';
import { noticeLetter, type NoticeName } from './letters.ts';
import type { Outbox } from './outbox.ts';

/** Notices that are not written yet; past it they are dropped, counted, and the log says so once. */
const MAX_WAITING = 500;

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'logger'> & {
  outbox: Outbox;
};

/** Tells owners by mail what happened to their accounts, where they want to hear of it. */
export class Notices {
  readonly #parts: Parts;
  readonly #errands = new Errands(MAX_WAITING);
  #full = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What is written, and what was dropped since the start. */
  get counts(): { size: number; dropped: number } {
    return this.#errands;
  }

  /**
   * Call after the commit; nobody waits for it and it never throws.
   * @param to where it goes, if not to the address that the account has now
   */
  tell(name: NoticeName, userId: string, to?: string): void {
    if (!this.#parts.outbox.isSetUp) return;
    const at = new Date(this.#parts.clock.now());
    const taken = this.#errands.add(() =>
      this.#write(name, userId, at, to).catch((error: unknown) =>
        this.#parts.logger.error({ err: error, notice: name }, 'a notice could not be written'),
      ),
    );
    if (!taken && !this.#full) {
      const fields = { notice: name, user_id: userId, limit: MAX_WAITING };
      this.#parts.logger.error(fields, 'too many notices wait; this one and the next are dropped');
    }
    this.#full = !taken;
  }

  /** Resolves once every notice is with the outbox. */
  settled(): Promise<void> {
    return this.#errands.settled();
  }

  async #write(name: NoticeName, userId: string, at: Date, to?: string): Promise<void> {
    const owner = await this.#parts.db
      .selectFrom('users')
      .select(['username', 'email', 'preferences'])
      .where('id', '=', userId)
      .executeTakeFirst();
    if (!owner || !withDefaults(owner.preferences).notifications.security) return;
    const reader = { to: to ?? owner.email, username: owner.username };
    this.#parts.outbox.post(noticeLetter(reader, name, at));
  }
}
