import { conditionWords } from '@tidemark/alerts/alert-words';
import { quantityOf, watchOf } from '@tidemark/alerts/watch-of';
import { newState, type WatchState } from '@tidemark/alerts/watch';
import type { CoinAlert } from '@tidemark/alerts/coin-alerts';
import type { Alert, AlertStatus } from '@tidemark/contracts/alert';
import type { Selectable } from 'kysely';
import type { AlertStateTable, AlertTable } from '../tables.ts';

/** An alert as it is stored. */
export type AlertRow = Selectable<AlertTable>;
export type StateRow = Selectable<AlertStateTable>;

/** What it is called: by its owner, or by what it waits for. */
export function nameOf({ name, coins, condition }: AlertRow): string {
  const which = coins === null ? 'any coin' : coins.join(', ');
  return name ?? `${which}: ${conditionWords(condition)}`;
}

/** @param states of its generation @param now epoch ms */
export function toAlert(row: AlertRow, states: readonly StateRow[], now: number): Alert {
  const fired = states.reduce((sum, state) => sum + state.fired, 0);
  const last = Math.max(...states.map(({ fired_at }) => fired_at?.getTime() ?? -Infinity));
  return {
    alert_id: row.id,
    name: nameOf(row),
    rule: conditionWords(row.condition),
    ...{ coins: row.coins, condition: row.condition, recurring: row.recurring },
    ...{ hysteresis_pct: row.hysteresis_pct, cooldown_s: row.cooldown_s },
    on_degraded: row.on_degraded,
    expires_at: row.expires_at?.getTime() ?? null,
    muted_until: row.muted_until?.getTime() ?? null,
    ...{ schedule: row.schedule, channels: row.channels, is_on: row.is_on, note: row.note },
    status: statusOf(row, states, now),
    fired,
    last_fired_at: Number.isFinite(last) ? last : null,
    created_at: row.created_at.toISOString(),
    version: row.version,
  };
}

function statusOf(row: AlertRow, states: readonly StateRow[], now: number): AlertStatus {
  if (!row.is_on) return 'off';
  if (row.expires_at && row.expires_at.getTime() <= now) return 'expired';
  const phases = states.map(({ phase }) => phase);
  const isWhole = row.coins !== null && phases.length === row.coins.length;
  if (isWhole && phases.every((phase) => phase === 'done')) return 'done';
  if (phases.includes('holding')) return 'holding';
  return phases.includes('fired') ? 'fired' : 'waiting';
}

/** The alert as it waits for a coin. @param state undefined: it has not begun */
export function coinAlertOf(row: AlertRow, state: StateRow | undefined): CoinAlert {
  const watch = watchOf(row, row.expires_at?.getTime() ?? null);
  return {
    key: row.id,
    watched: quantityOf(row.condition),
    watch,
    state: state ? stateOf(state) : newState(watch),
    onDegraded: row.on_degraded,
    since: row.since.getTime(),
  };
}

export function stateOf({ phase, held_since, fired_at, fired }: StateRow): WatchState {
  return {
    ...{ phase, fired },
    heldSince: held_since?.getTime() ?? null,
    firedAt: fired_at?.getTime() ?? null,
  };
}
