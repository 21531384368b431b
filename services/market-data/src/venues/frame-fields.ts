import Type from 'typebox';
import type { Validator } from 'typebox/compile';
import { refused } from './frame-events.ts';
import type { FrameEvent, RefusalReason } from './venue.ts';

/**
 * A product as the venues write it, in any script: Binance lists coins whose symbol is Chinese. Futures' names fit too: the
 * feed knows what it subscribed.
 */
export const ProductSchema = Type.String({
  pattern: '^(?!.*[a-z])[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,49}$',
});

/** An id that a JSON number holds exactly. */
export const IdSchema = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** 2009-01-03, Bitcoin's first block: nothing was traded before. */
const FIRST_TIME = Date.UTC(2009, 0, 3);
/** A machine's clock may be off by minutes; a time further ahead would close candles that are not over. */
const MAX_AHEAD_MS = 600_000;

/** True for a moment that a trade may carry: after 2009, at most ten minutes ahead of `receivedAt`. */
export function isSaneTime(time: number, receivedAt: number): boolean {
  return time >= FIRST_TIME && time <= receivedAt + MAX_AHEAD_MS;
}

/** True for a decimal string above zero; `text` fits DecimalStringSchema. */
export function isPositive(text: string): boolean {
  return Number(text) > 0;
}

/**
 * The frame without those of its optional fields that are null or an empty text: venues write so what is not there, and
 * such a field costs itself alone.
 */
export function withoutAbsent(
  frame: Record<string, unknown>,
  optional: readonly string[],
): Record<string, unknown> {
  const isAbsent = (field: string) => frame[field] === null || frame[field] === '';
  if (!optional.some(isAbsent)) return frame;
  const there = Object.entries(frame).filter(([f]) => !optional.includes(f) || !isAbsent(f));
  return Object.fromEntries(there);
}

/** What a wrong value of a field is refused as; a field not named here is `bad_shape`. */
export type FieldReasons = Readonly<Record<string, RefusalReason>>;

/** The refusal of a value that does not fit its schema: names the first field at fault. */
export function refusalOf(
  type: string,
  validator: Pick<Validator, 'Errors'>,
  value: Record<string, unknown>,
  reasons: FieldReasons,
): FrameEvent {
  const error = validator.Errors(value)[0];
  const field = error?.instancePath.split('/')[1] ?? '';
  return refused(
    reasonOf(reasons[field], value[field]),
    `${type}: ${field} ${error?.message ?? ''}`,
  );
}

function reasonOf(reason: RefusalReason | undefined, value: unknown): RefusalReason {
  if (reason === undefined) return 'bad_shape';
  if (reason === 'unsafe_id' && typeof value !== 'number') return 'bad_shape';
  return reason;
}

/** An ISO 8601 UTC time. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const TO_THE_MILLISECOND = '2021-04-17T16:43:37.089'.length;

/**
 * Epoch milliseconds of an ISO 8601 UTC time such as `2021-04-17T16:43:37.089723Z`; digits past the
 * millisecond are cut, never rounded up. NaN for any other form and for a day that does not exist.
 */
export function parseIsoTime(text: string): number {
  if (!ISO_TIME.test(text)) return NaN;
  const time = Date.parse(`${text.slice(0, -1).slice(0, TO_THE_MILLISECOND)}Z`);
  // A day that the month does not have is read as one of the next, and 24:00 as the next day.
  return new Date(time).getUTCDate() === Number(text.slice(8, 10)) ? time : NaN;
}
