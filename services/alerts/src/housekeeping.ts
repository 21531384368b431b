import { Housekeeping } from '@tidemark/service/housekeeping';
import type { AlertsParts } from './assemble.ts';

/** How long what fired is kept, with what was sent of it, ms. */
const FIRINGS_MS = 365 * 86_400_000;

type Parts = Pick<AlertsParts, 'clock' | 'db' | 'departed' | 'logger'>;

/** Removes what nobody has a use for any more. */
export function alertsHousekeeping(parts: Parts): Housekeeping {
  const { departed } = parts;
  return new Housekeeping(parts, [
    { what: 'old firings', remove: () => removeOld(parts) },
    {
      what: 'what accounts left that are no more',
      remove: (stopping) => departed.remove(stopping),
    },
  ]);
}

async function removeOld({ clock, db }: Parts): Promise<void> {
  const oldest = new Date(clock.now() - FIRINGS_MS);
  await db.deleteFrom('alert_firings').where('told_at', '<', oldest).execute();
}
