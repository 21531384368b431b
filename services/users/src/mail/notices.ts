import { Errands } from './errands.ts';
import { noticeLetter, type NoticeName } from './letters.ts';
import type { Outbox } from './outbox.ts';
import { withDefaults } from '../preferences/chosen-preferences.ts';
import type { UsersParts } from '../users-parts.ts';

const MAX_WAITING = 500;

type Parts = Pick<UsersParts, 'db' | 'clock' | 'logger'> & { outbox: Outbox };

/** Tells owners by mail what happened to their accounts, where they want to hear of it. */
export class Notices {
  readonly #parts: Parts;
  readonly #errands = new Errands(MAX_WAITING);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Call after the commit; nobody waits for it and it never throws.
   * @param to where it goes, if not to the address that the account has now
   */
  tell(name: NoticeName, userId: string, to?: string): void {
    if (!this.#parts.outbox.isSetUp) return;
    const at = new Date(this.#parts.clock.now());
    this.#errands.add(() =>
      this.#write({ name, userId, to, at }).catch((error: unknown) =>
        this.#parts.logger.error({ err: error, notice: name }, 'a notice could not be written'),
      ),
    );
  }

  /** Resolves once every notice is with the outbox. */
  settled(): Promise<void> {
    return this.#errands.settled();
  }

  async #write({
    name,
    userId,
    to,
    at,
  }: {
    name: NoticeName;
    userId: string;
    to: string | undefined;
    at: Date;
  }): Promise<void> {
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
