import {
  type Alert,
  type ALERT_DIRECTIONS,
  type ALERT_QUANTITIES,
  type ALERT_WINDOWS_MIN,
  type AlertChange,
  type AlertCondition,
  type AlertRequest,
} from '@tidemark/contracts/alert';
import type { FieldErrors } from '../../components/form/field-errors.ts';
import { givenName } from '../alert-name.ts';
import { readNumber } from './read-number.ts';

export const QUANTITIES: typeof ALERT_QUANTITIES = ['price', 'move', 'change_24h', 'spread'];
export const DIRECTIONS: typeof ALERT_DIRECTIONS = [
  'above',
  'below',
  'crosses_above',
  'crosses_below',
];
export const WINDOWS_MIN: typeof ALERT_WINDOWS_MIN = [5, 15, 60, 240, 1_440];

/** What a form for an alert holds, as it is typed. Spans are in minutes, moments are UTC. */
export interface AlertValues {
  name: string;
  everyCoin: boolean;
  coins: readonly string[];
  quantity: (typeof QUANTITIES)[number];
  direction: (typeof DIRECTIONS)[number];
  bound: string;
  windowMin: (typeof WINDOWS_MIN)[number];
  forMin: string;
  recurring: boolean;
  hysteresis: string;
  cooldownMin: string;
  onDegraded: boolean;
  isQuiet: boolean;
  quietFrom: string;
  quietTo: string;
  timeZone: string;
  expires: string;
  channels: readonly string[];
  note: string;
}

/** Fields by the names that the service knows them by, as a reader does. */
export const LABELS: Readonly<Record<string, string>> = {
  name: 'Name',
  coins: 'Coins',
  'condition.quantity': 'What is watched',
  'condition.direction': 'When',
  'condition.bound': 'Bound',
  'condition.window_min': 'Window',
  'condition.for_s': 'How long it has to hold',
  hysteresis_pct: 'Way back',
  cooldown_s: 'Rest',
  'schedule.quiet_from': 'Quiet from',
  'schedule.quiet_to': 'Quiet until',
  'schedule.time_zone': 'Time zone',
  expires_at: 'Expiry',
  channels: 'Channels',
  note: 'Note',
};

/** What a new alert begins with. @param timeZone of the browser */
export function blankValues(timeZone: string): AlertValues {
  return {
    ...{ name: '', everyCoin: false, coins: [], quantity: 'price', direction: 'below', bound: '' },
    ...{ windowMin: 60, forMin: '', recurring: false, hysteresis: '0.5', cooldownMin: '5' },
    ...{ onDegraded: false, isQuiet: false, quietFrom: '22:00', quietTo: '07:00', timeZone },
    ...{ expires: '', channels: [], note: '' },
  };
}

/** What of an alert a request can say. */
export type Described = Omit<AlertRequest, 'muted_until' | 'is_on'>;

/** The form's values of an alert, or of a request for one; what it does not say is as a new alert has it. */
export function valuesOf(asked: Described, blank: AlertValues): AlertValues {
  const { condition, schedule = null, expires_at: expires = null } = asked;
  const { quantity, direction, bound, window_min, for_s = 0 } = condition;
  return {
    ...blank,
    ...{ name: asked.name ?? '', everyCoin: asked.coins === null, coins: asked.coins ?? [] },
    ...{ quantity, direction, bound: plain(quantity === 'move' ? Math.abs(bound) : bound) },
    windowMin: window_min ?? blank.windowMin,
    forMin: for_s === 0 ? '' : plain(for_s / 60),
    recurring: asked.recurring ?? blank.recurring,
    hysteresis: asked.hysteresis_pct === undefined ? blank.hysteresis : plain(asked.hysteresis_pct),
    cooldownMin: asked.cooldown_s === undefined ? blank.cooldownMin : plain(asked.cooldown_s / 60),
    onDegraded: asked.on_degraded ?? blank.onDegraded,
    isQuiet: schedule !== null,
    quietFrom: schedule?.quiet_from ?? blank.quietFrom,
    quietTo: schedule?.quiet_to ?? blank.quietTo,
    timeZone: schedule?.time_zone ?? blank.timeZone,
    expires: expires === null ? '' : new Date(expires).toISOString().slice(0, 16),
    channels: asked.channels ?? [],
    note: asked.note ?? '',
  };
}

/** A number as somebody would type it: no exponent, however small it is. */
function plain(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}

/** An alert as a request that would make it again; `muted_until` is no part of it. */
export function describedBy(alert: Alert): Described {
  const { coins, condition, recurring, hysteresis_pct, cooldown_s, on_degraded } = alert;
  const { expires_at, schedule, channels, note } = alert;
  const name = givenName(alert);
  return {
    ...(name !== null && { name }),
    ...{ coins, condition, recurring, hysteresis_pct, cooldown_s, on_degraded },
    ...{ expires_at, schedule, channels, note },
  };
}

const seconds = (minutes: string) => Math.round((readNumber(minutes) ?? 0) * 60);

/** The condition that is typed; null while its bound is no number. */
export function conditionOf(values: AlertValues): AlertCondition | null {
  const { quantity, direction, windowMin, forMin } = values;
  const typed = readNumber(values.bound);
  if (typed === null) return null;
  const isFall = direction === 'below' || direction === 'crosses_below';
  const bound = quantity === 'move' ? Math.abs(typed) * (isFall ? -1 : 1) : typed;
  return {
    ...{ quantity, direction, bound },
    ...(quantity === 'move' && { window_min: windowMin }),
    for_s: seconds(forMin),
  };
}

/** What can be seen to be wrong here, by the names that the service has for the fields. */
export function alertFaults(values: AlertValues, now: number): FieldErrors {
  const bound = readNumber(values.bound);
  const mustBeOver = values.quantity === 'price' || values.quantity === 'spread';
  const expiry = expiryOf(values.expires);
  return {
    ...(!values.everyCoin && values.coins.length === 0 && { coins: 'Choose a coin, or all.' }),
    ...(bound === null && { 'condition.bound': 'Say a number, such as 60,000 or 60k.' }),
    ...(bound !== null &&
      bound <= 0 &&
      mustBeOver && { 'condition.bound': 'The bound has to be over 0.' }),
    ...(bound === 0 &&
      values.quantity === 'move' && { 'condition.bound': 'The bound has to be over 0.' }),
    ...spanFault(values.forMin, 'condition.for_s'),
    ...(values.recurring && spanFault(values.cooldownMin, 'cooldown_s')),
    ...(values.recurring &&
      readNumber(values.hysteresis) === null && { hysteresis_pct: 'Say how many percent.' }),
    ...(values.isQuiet &&
      values.quietFrom === values.quietTo && {
        'schedule.quiet_to': 'It has to be another time than the one before.',
      }),
    ...(expiry !== null && expiry <= now && { expires_at: 'The expiry has to be in the future.' }),
  };
}

function spanFault(minutes: string, name: string): FieldErrors {
  if (minutes.trim() === '') return {};
  const span = readNumber(minutes);
  return span === null || span < 0 ? { [name]: 'Say how many minutes.' } : {};
}

/** Epoch ms of a moment that was typed in UTC; null: never, or no moment. */
function expiryOf(text: string): number | null {
  const at = Date.parse(`${text}Z`);
  return Number.isNaN(at) ? null : at;
}

/** The request of what was typed. Ask `alertFaults` first. @throws Error when the bound is no number */
export function requestOf(values: AlertValues): Described {
  const condition = conditionOf(values);
  if (condition === null) throw new Error('The bound is no number.');
  const { name, note, isQuiet } = values;
  return {
    ...(name.trim() !== '' && { name: name.trim() }),
    coins: values.everyCoin ? null : [...values.coins],
    condition,
    recurring: values.recurring,
    hysteresis_pct: readNumber(values.hysteresis) ?? 0.5,
    cooldown_s: seconds(values.cooldownMin),
    on_degraded: values.onDegraded,
    expires_at: expiryOf(values.expires),
    schedule: isQuiet
      ? {
          ...{ quiet_from: values.quietFrom, quiet_to: values.quietTo },
          time_zone: values.timeZone,
        }
      : null,
    channels: [...values.channels],
    note: note.trim() === '' ? null : note.trim(),
  };
}

/** What of `next` is not as the form had it from `alert`: a change of coins or condition begins an alert anew, so it is not sent for nothing. */
export function changeOf(alert: Alert, next: AlertValues, blank: AlertValues): AlertChange {
  const before = requestOf(valuesOf(describedBy(alert), blank));
  const entries = Object.entries(requestOf(next)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Described]),
  );
  return Object.fromEntries(entries);
}
