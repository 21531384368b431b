import type { AlertFiring } from '@tidemark/contracts/alert';
import type { Selectable } from 'kysely';
import type { AlertFiringTable } from '../tables.ts';

/** A firing as clients read it. */
export function toFiring(row: Selectable<AlertFiringTable>): AlertFiring {
  return {
    ...{ firing_id: row.id, alert_id: row.alert_id, user_id: row.user_id, coin_id: row.coin_id },
    ...{ at: row.at.getTime(), told_at: row.told_at.getTime(), seen: row.seen },
    ...row.body,
  };
}
