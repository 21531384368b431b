import type { AlertCondition, AlertFiring, AlertSchedule } from '@tidemark/contracts/alert';
import type { AlertChannelKind } from '@tidemark/contracts/alert-channel';
import type { AbsentOwnerTable } from '@tidemark/departed-owners/absent-owners';
import type { Phase, WatchState } from '@tidemark/alerts/watch';
import type { ColumnType, Generated } from 'kysely';

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>;

export interface AlertTable {
  id: string;
  user_id: string;
  name: string | null;
  coins: Json<string[] | null>;
  condition: Json<AlertCondition>;
  recurring: boolean;
  hysteresis_pct: number;
  cooldown_s: number;
  on_degraded: boolean;
  expires_at: Date | null;
  muted_until: Date | null;
  schedule: Json<AlertSchedule | null>;
  channels: Json<string[]>;
  is_on: boolean;
  note: string | null;
  created_at: Date;
  /** From when on it counts, as it is: prices of before do not. */
  since: Date;
  /** Grows with each change of what is watched: states of before are of another alert. */
  generation: Generated<number>;
  version: Generated<number>;
  changed_at: Date;
}

export interface AlertStateTable {
  alert_id: string;
  coin_id: string;
  generation: number;
  phase: Phase;
  held_since: Date | null;
  fired_at: Date | null;
  fired: number;
}

export interface AlertCoinTable {
  coin_id: string;
  /** Grows with each owner: what an earlier one writes is refused. */
  epoch: ColumnType<string, number, number>;
  /** Up to when the coin's prices were looked at; null: never. */
  seen_at: Date | null;
}

export interface AlertLookbackTable {
  id: string;
  coin_id: string;
  from_at: Date;
  to_at: Date;
  /** What alerts were in when no more prices came. */
  states: Json<LookbackState[]>;
}

/** What an alert was in at a moment. */
export interface LookbackState {
  alert_id: string;
  generation: number;
  state: WatchState;
}

/** What of a firing does not change. */
export type FiringBody = Pick<
  AlertFiring,
  'name' | 'rule' | 'value' | 'price' | 'quality' | 'simulated' | 'sources' | 'late' | 'note'
>;

export interface AlertFiringTable {
  id: string;
  alert_id: string;
  user_id: string;
  coin_id: string;
  generation: number;
  /** Which firing it is of this alert and coin, from 1. */
  number: number;
  at: Date;
  told_at: Date;
  body: Json<FiringBody>;
  seen: Generated<boolean>;
  /** Whether the bus has it. */
  announced: Generated<boolean>;
}

export interface AlertChannelTable {
  id: string;
  user_id: string;
  kind: AlertChannelKind;
  name: string;
  /** Settings and secret, encrypted for this channel. */
  sealed: string;
  created_at: Date;
  /** When the other side said that it is no more; null: it is. */
  gone_at: Date | null;
}

export interface AlertDeliveryTable {
  id: string;
  /** Null: a test. */
  firing_id: string | null;
  channel_id: string;
  user_id: string;
  state: 'waiting' | 'sent' | 'dead';
  attempts: Generated<number>;
  next_at: Date;
  leased_by: string | null;
  leased_until: Date | null;
  created_at: Date;
  ended_at: Date | null;
  /** What the other side last said; null: nothing yet. */
  answer: string | null;
}

export interface AlertAttemptTable {
  id: string;
  delivery_id: string;
  at: Date;
  ok: boolean;
  answer: string;
}

/** Keys of this Tidemark's own, made once. */
export interface AlertKeyTable {
  name: string;
  /** Encrypted for its name. */
  sealed: string;
}

/** Mail that was sent, of the last day: channels that are deleted count too. */
export interface AlertMailTable {
  id: string;
  user_id: string;
  at: Date;
}

export interface AlertTables {
  alerts: AlertTable;
  alert_states: AlertStateTable;
  alert_coins: AlertCoinTable;
  alert_lookbacks: AlertLookbackTable;
  alert_firings: AlertFiringTable;
  alert_channels: AlertChannelTable;
  alert_deliveries: AlertDeliveryTable;
  alert_attempts: AlertAttemptTable;
  alert_keys: AlertKeyTable;
  alert_mails: AlertMailTable;
  alert_absent_owners: AbsentOwnerTable;
}
