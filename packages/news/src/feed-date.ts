/** Nobody wrote about bitcoin before: a date that says so was filled in by a machine. */
const FIRST_YEAR = 2009;
const MINUTE_MS = 60_000;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** The names that RFC 822 defines, minutes east of Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
  GMT: 0,
  UT: 0,
  UTC: 0,
  Z: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** `Wed, 30 Sep 2026 10:00:00 +0000`; the day of the week, in any language, and the seconds may be missing. */
const RFC_822 = new RegExp(
  String.raw`^(?:\p{L}{1,12}\.?,?\s{1,4})?(\d{1,2})\s{1,4}(${MONTH_NAMES})\.?\s{1,4}(\d{4}|\d\d)\s{1,4}(\d\d):(\d\d)(?::(\d\d))?\s{0,4}([a-z]{1,3}|[+-]\d\d:?\d\d)$`,
  'iu',
);
const ISO_8601 =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d:?(?:\d\d)?)$/i;

/**
 * A moment, epoch ms, of a feed's text: RFC 822 with an English month, or ISO 8601. Null unless the text says one moment
 * alone: without a zone or with one that is no standard's, on a day that its month does not have, or before 2009.
 */
export function parseFeedDate(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed.length > 60) return null;
  return ofRfc822(trimmed) ?? ofIso8601(trimmed);
}

function ofRfc822(text: string): number | null {
  const match = RFC_822.exec(text);
  if (match === null) return null;
  const [, day, month = '', year = '', hour, minute, second = '0', zone = ''] = match;
  const monthIndex = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return moment([fourDigits(year), monthIndex, day, hour, minute, second], 0, offsetOf(zone));
}

/** RFC 2822 reads years of two digits so. */
function fourDigits(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

function ofIso8601(text: string): number | null {
  const match = ISO_8601.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '', zone = ''] = match;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  return moment([year, Number(month) - 1, day, hour, minute, second], ms, offsetOf(zone));
}

/** Minutes east of Greenwich. */
function offsetOf(zone: string): number | null {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (match === null) return ZONES[zone.toUpperCase()] ?? null;
  const [, sign, hours, minutes = '0'] = match;
  if (Number(hours) > 14 || Number(minutes) > 59) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** `fields`: year, month from 0, day, hour, minute, second. */
function moment(
  fields: readonly (string | number | undefined)[],
  ms: number,
  offset: number | null,
): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields.map(Number);
  if (offset === null || year < FIRST_YEAR) return null;
  const local = new Date(Date.UTC(year, month, day, hour, minute, second, ms));
  const isSame =
    local.getUTCMonth() === month &&
    local.getUTCDate() === day &&
    local.getUTCHours() === hour &&
    local.getUTCMinutes() === minute &&
    local.getUTCSeconds() === second;
  if (!isSame) return null;
  const time = local.getTime() - offset * MINUTE_MS;
  return new Date(time).getUTCFullYear() < FIRST_YEAR ? null : time;
}
