import type { Preferences, PreferencesChange } from '@tidemark/contracts/preferences';
import type { UsersBasis } from '../context.ts';
import { checked, merged, withDefaults } from './chosen-preferences.ts';

const KEPT_MS = 10 * 60_000;

const cacheKey = (userId: string) => `preferences:${userId}`;

interface Row {
  preferences: PreferencesChange;
  preferences_version: number;
}

/**
 * Preferences of accounts, through the cache. Each change has a version of the row's, and the cache keeps the newest:
 * a reader that read before a change cannot put the old ones back after it.
 */
export class PreferencesStore {
  readonly #parts: Pick<UsersBasis, 'db' | 'cache'>;

  constructor(parts: Pick<UsersBasis, 'db' | 'cache'>) {
    this.#parts = parts;
  }

  /** Null: there is no such account. */
  async read(userId: string): Promise<Preferences | null> {
    const kept = await this.#parts.cache.get<Preferences>(cacheKey(userId));
    if (kept) return kept;
    const row = await this.#parts.db
      .selectFrom('users')
      .select(['preferences', 'preferences_version'])
      .where('id', '=', userId)
      .executeTakeFirst();
    return row ? this.#keep(userId, row) : null;
  }

  /**
   * Changes what is given, and answers all of them. Null: there is no such account.
   * @throws TidemarkError INVALID_REQUEST naming the field, for a currency or a locale that is not known
   */
  async change(userId: string, change: PreferencesChange): Promise<Preferences | null> {
    const row = await this.#store(userId, checked(change));
    return row ? this.#keep(userId, row) : null;
  }

  async #keep(userId: string, row: Row): Promise<Preferences> {
    const preferences = withDefaults(row.preferences);
    const version = row.preferences_version;
    await this.#parts.cache.setIfNewer(cacheKey(userId), preferences, version, KEPT_MS);
    return preferences;
  }

  /** Reads and writes under the row's lock: changes of different fields at the same time are all kept. */
  #store(userId: string, change: PreferencesChange): Promise<Row | null> {
    return this.#parts.db.transaction().execute(async (trx) => {
      const before = await trx
        .selectFrom('users')
        .select('preferences')
        .where('id', '=', userId)
        .forUpdate()
        .executeTakeFirst();
      if (!before) return null;
      return trx
        .updateTable('users')
        .set((eb) => ({
          preferences: JSON.stringify(merged(before.preferences, change)),
          preferences_version: eb('preferences_version', '+', 1),
        }))
        .where('id', '=', userId)
        .returning(['preferences', 'preferences_version'])
        .executeTakeFirstOrThrow();
    });
  }
}
