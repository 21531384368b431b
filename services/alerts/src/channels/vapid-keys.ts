import { seal, unseal } from '@tidemark/service/sealed';
import type { Kysely } from 'kysely';
import { vapidKeys, type VapidKeys } from '../delivery/vapid.ts';
import type { AlertTables } from '../tables.ts';

const NAME = 'vapid';

/**
 * The one pair of this Tidemark, made when it is first asked for and stored encrypted. Replicas that start at once agree on
 * whichever was stored first. One that was encrypted with another key is replaced: the subscriptions that know it do not open
 * any more either.
 * @param key 32 bytes to encrypt with, the one that channels are encrypted with
 */
export async function readVapidKeys(db: Kysely<AlertTables>, key: Buffer): Promise<VapidKeys> {
  const before = await storedPair(db);
  const known = before === undefined ? null : opened(key, before);
  if (known) return known;
  const sealed = seal(key, JSON.stringify(vapidKeys()), NAME);
  await db
    .insertInto('alert_keys')
    .values({ name: NAME, sealed })
    .onConflict((oc) =>
      oc
        .column('name')
        .doUpdateSet({ sealed })
        .where('alert_keys.sealed', '=', before ?? ''),
    )
    .execute();
  const agreed = opened(key, (await storedPair(db)) ?? '');
  if (!agreed) throw new Error('replicas do not have the same secret');
  return agreed;
}

async function storedPair(db: Kysely<AlertTables>): Promise<string | undefined> {
  const row = await db
    .selectFrom('alert_keys')
    .select('sealed')
    .where('name', '=', NAME)
    .executeTakeFirst();
  return row?.sealed;
}

/** Null: it was encrypted with another key. */
function opened(key: Buffer, sealed: string): VapidKeys | null {
  try {
    return JSON.parse(unseal(key, sealed, NAME)) as VapidKeys;
  } catch {
    return null;
  }
}
