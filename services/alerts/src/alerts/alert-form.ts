import { quantityOf } from '@tidemark/alerts/watch-of';
import {
  ALERT_WINDOWS_MIN,
  type AlertChange,
  type AlertCondition,
  type AlertRequest,
  type AlertSchedule,
} from '@tidemark/contracts/alert';
import type { ErrorDetail } from '@tidemark/contracts/errors';
import { refusedFields } from '@tidemark/service/refused-fields';
import type { Insertable } from 'kysely';
import type { AlertTable } from '../tables.ts';
import type { AlertRow } from './alert.ts';

/** Of what is watched in percent, the most that makes sense. */
const MOST_PERCENT = 10_000;

type Columns = Omit<
  Insertable<AlertTable>,
  'id' | 'user_id' | 'created_at' | 'since' | 'generation' | 'version' | 'changed_at'
>;

/**
 * What a new alert is stored as.
 * @param now epoch ms
 * @param place where it stands in the request
 * @throws TidemarkError INVALID_REQUEST naming the fields
 */
export function columnsOf(asked: AlertRequest, now: number, place = 'body'): Columns {
  const faults = [
    ...faultsOfCondition(asked.condition),
    ...faultsOfCoins(asked.coins),
    ...faultsOfSchedule(asked.schedule ?? null),
    ...(asked.expires_at && asked.expires_at <= now
      ? [{ field: 'body.expires_at', reason: 'is not in the future' }]
      : []),
  ];
  if (faults.length > 0) {
    throw refusedFields(
      faults.map(({ field, reason }) => ({ field: field.replace(/^body/, place), reason })),
    );
  }
  return {
    name: asked.name?.trim() || null,
    coins: JSON.stringify(asked.coins),
    condition: JSON.stringify(plainCondition(asked.condition)),
    recurring: asked.recurring ?? false,
    hysteresis_pct: asked.hysteresis_pct ?? 0.5,
    cooldown_s: asked.cooldown_s ?? 300,
    on_degraded: asked.on_degraded ?? false,
    expires_at: dateOf(asked.expires_at),
    muted_until: dateOf(asked.muted_until),
    schedule: JSON.stringify(asked.schedule ?? null),
    channels: JSON.stringify(asked.channels ?? []),
    is_on: asked.is_on ?? true,
    note: asked.note?.trim() || null,
  };
}

/** What a request would say that leaves a stored alert as it is. */
export function requestOf(row: AlertRow): AlertRequest {
  return {
    ...(row.name !== null && { name: row.name }),
    ...{ coins: row.coins, condition: row.condition, recurring: row.recurring },
    ...{ hysteresis_pct: row.hysteresis_pct, cooldown_s: row.cooldown_s },
    on_degraded: row.on_degraded,
    expires_at: row.expires_at?.getTime() ?? null,
    muted_until: row.muted_until?.getTime() ?? null,
    ...{ schedule: row.schedule, channels: row.channels, is_on: row.is_on, note: row.note },
  };
}

/** Whether a change has the alert begin anew: what it waits for is another thing, or it was off. */
export function beginsAnew(before: AlertRow, { coins, condition, is_on }: AlertChange): boolean {
  const isOther =
    condition !== undefined &&
    JSON.stringify(plainCondition(condition)) !== JSON.stringify(plainCondition(before.condition));
  const isElsewhere = coins !== undefined && JSON.stringify(coins) !== JSON.stringify(before.coins);
  return isOther || isElsewhere || (is_on === true && !before.is_on);
}

/** Its fields in one order, and none that says nothing: JSONB has an order of its own. */
function plainCondition(condition: AlertCondition): AlertCondition {
  const { quantity, direction, bound, for_s: seconds = 0 } = condition;
  const { window } = quantityOf(condition);
  return {
    ...{ quantity, direction, bound },
    ...(window > 0 && { window_min: condition.window_min ?? 60 }),
    ...(seconds > 0 && { for_s: seconds }),
  };
}

export function faultsOfCondition({
  quantity,
  bound,
  direction,
  window_min,
}: AlertCondition): ErrorDetail[] {
  const field = 'body.condition.bound';
  const faults: ErrorDetail[] = [];
  if (window_min !== undefined && quantity !== 'move') {
    faults.push({ field: 'body.condition.window_min', reason: 'is of `move` alone' });
  }
  if (window_min !== undefined && !ALERT_WINDOWS_MIN.includes(window_min)) {
    const reason = `must be one of ${ALERT_WINDOWS_MIN.join(', ')}`;
    faults.push({ field: 'body.condition.window_min', reason });
  }
  if (quantity === 'price' && !(bound > 0)) faults.push({ field, reason: 'must be over 0' });
  if (quantity === 'spread' && !(bound >= 0)) faults.push({ field, reason: 'must not be below 0' });
  if (quantity !== 'price' && Math.abs(bound) > MOST_PERCENT) {
    faults.push({ field, reason: `must be ${MOST_PERCENT} percent or less` });
  }
  if (quantity === 'move') {
    const isFall = direction.endsWith('below');
    if (isFall ? bound >= 0 : bound <= 0) {
      faults.push({
        field,
        reason: isFall ? 'must be below 0: it falls' : 'must be over 0: it rises',
      });
    }
  }
  return faults;
}

function faultsOfCoins(coins: readonly string[] | null): ErrorDetail[] {
  return (coins ?? []).flatMap((coin, i, all) =>
    all.indexOf(coin) < i ? [{ field: `body.coins.${i}`, reason: `names ${coin} again` }] : [],
  );
}

function faultsOfSchedule(schedule: AlertSchedule | null): ErrorDetail[] {
  if (!schedule) return [];
  const faults: ErrorDetail[] = [];
  if (schedule.quiet_from === schedule.quiet_to) {
    faults.push({ field: 'body.schedule.quiet_to', reason: 'is when they begin' });
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: schedule.time_zone });
  } catch {
    faults.push({
      field: 'body.schedule.time_zone',
      reason: 'is no time zone, such as Europe/Berlin',
    });
  }
  return faults;
}

function dateOf(time: number | null | undefined): Date | null {
  return time === null || time === undefined ? null : new Date(time);
}
