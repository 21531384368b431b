import { instantIn, readZone, type Zone } from './zone.ts';

/** The order of a date in numbers: `DMY` is day, month, year. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

export interface DateReading {
  /** Where the cell has no zone of its own. */
  zone: Zone;
  /** Of `03/04/2021`, `04-02-20`, `23-08-06`, which alone do not say; null: such a date is refused. */
  order: DateOrder | null;
  /** Days since 1899-12-30, as workbooks have them. */
  serials?: boolean;
}

export interface DateCell {
  /** Epoch ms, UTC. */
  time: number;
  /** The cell has a zone of its own, or counts from an epoch. */
  ownZone: boolean;
}

interface Clock {
  ms: number;
  zone: Zone | null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const CLOCK =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|[A-Za-z]{3,5}\s*[-+]\d{1,2}(?::?\d{2})?|[A-Za-z]{3,5}|[-+]\d{1,2}(?::?\d{2})?)?(?:\s*\(.*\))?$/;
const ISO = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d$/;
const MIN_YEAR = 2009;
const MAX_YEAR = 2199;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

function readClock(text: string): Clock | null {
  if (text === '') return { ms: 0, zone: null };
  const match = CLOCK.exec(text);
  if (match === null) return null;
  const [, hourText, minutes, seconds = '0', fraction = '', half, zoneText] = match;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const zone = zoneText === undefined ? null : readZone(zoneText);
  if (zoneText !== undefined && zone === null) return null;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  return { ms: ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + ms, zone };
}

/** ms of a day that exists, as if it were UTC. */
function dayOf(year: number, month: number, day: number): number | null {
  const full = year < 100 ? year + 2000 : year;
  if (full < MIN_YEAR || full > MAX_YEAR || month < 1 || month > 12) return null;
  const ms = Date.UTC(full, month - 1, day);
  return new Date(ms).getUTCDate() === day ? ms : null;
}

function monthOf(text: string): number {
  return MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

/** What the numbers alone tell: a day above 12 cannot be a month, and of two equal ones the order does not matter. */
export function orderOf(text: string): DateOrder | null {
  const match = /^\s*(\d{1,2})[-/.]\s*(\d{1,2})[-/.]\s*(?:\d{4}|\d{2})(?!\d)/.exec(text);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first === second || (first > 12 && second <= 12))
    return first > 12 && second > 12 ? null : 'DMY';
  return second > 12 && first <= 12 ? 'MDY' : null;
}

function numericDay(
  parts: readonly string[],
  mark: string,
  order: DateOrder | null,
): number | null {
  const [a = '', b = '', c = ''] = parts;
  const [x, y, z] = [Number(a), Number(b), Number(c)];
  if (order === 'YMD' && c.length <= 2) return dayOf(x, y, z);
  // A point between is the way of countries that begin with the day; of two digits each nothing is sure.
  const sure = c.length === 4 ? (orderOf(parts.join('/')) ?? (mark === '.' ? 'DMY' : null)) : null;
  const decided = order ?? sure;
  if (decided === 'DMY') return dayOf(z, y, x);
  return decided === 'MDY' ? dayOf(z, x, y) : null;
}

/** The day at the beginning of a text and what follows it. */
function splitDay(
  text: string,
  order: DateOrder | null,
): { day: number | null; rest: string } | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)[T ,;]*(.*)$/.exec(text);
  if (iso !== null) {
    return { day: dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), rest: iso[4] ?? '' };
  }
  const compact = /^(\d{4})(\d{2})(\d{2})(?:[T ;](\d{2})(\d{2})(\d{2}))?$/.exec(text);
  if (compact !== null) {
    const [, year, month, day, hours, minutes, seconds] = compact;
    const rest = hours === undefined ? '' : `${hours}:${minutes ?? ''}:${seconds ?? ''}`;
    return { day: dayOf(Number(year), Number(month), Number(day)), rest };
  }
  const numeric = /^(\d{1,2})([-/.])\s*(\d{1,2})\2\s*(\d{4}|\d{2})(?!\d)[T ,;]*(.*)$/.exec(text);
  if (numeric !== null) {
    const [, a = '', mark = '', b = '', c = '', rest = ''] = numeric;
    return { day: numericDay([a, b, c], mark, order), rest };
  }
  const words =
    /^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})[T ,]*(.*)$/.exec(text);
  if (words !== null) {
    return {
      day: dayOf(Number(words[3]), monthOf(words[1] ?? ''), Number(words[2])),
      rest: words[4] ?? '',
    };
  }
  const dayFirst =
    /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4})[T ,]*(.*)$/.exec(text);
  if (dayFirst === null) return null;
  const [, day, month = '', year, rest = ''] = dayFirst;
  return { day: dayOf(Number(year), monthOf(month), Number(day)), rest };
}

function epoch(text: string): number | null {
  const match = /^(\d{10})(?:\.\d+)?$|^(\d{13})$/.exec(text);
  if (match === null) return null;
  return match[2] === undefined ? Math.floor(Number(text) * 1000) : Number(text);
}

/** `2021-01-05 02:37:59`, as most files have it: the ms of a day and time that exist, as if it were UTC. */
function isoTime(text: string): number | null {
  if (text.length !== 19 || !ISO.test(text)) return null;
  const part = (from: number, to: number) => Number(text.slice(from, to));
  const day = dayOf(part(0, 4), part(5, 7), part(8, 10));
  const [hour, minute, second] = [part(11, 13), part(14, 16), part(17, 19)];
  if (day === null || hour > 23 || minute > 59 || second > 59) return null;
  return day + ((hour * 60 + minute) * 60 + second) * 1000;
}

/**
 * A moment: ISO with or without zone, epoch seconds and ms, `Feb. 14, 2019, 03:32 PM`, `13 Apr 2021, 09:54:54`, numbers in an
 * order that is known. Null where it is none or could be two.
 */
export function readDate(cell: string, reading: DateReading): DateCell | null {
  const iso = isoTime(cell);
  if (iso !== null) {
    const time = instantIn(reading.zone, iso);
    return time === null ? null : { time, ownZone: false };
  }
  const text = cell.trim().replace(/[\s\u00a0\u202f]+/gu, ' ');
  const since = epoch(text);
  if (since !== null) return { time: since, ownZone: true };
  if (reading.serials === true && /^\d{5}(?:\.\d+)?$/.test(text)) {
    // To the second: a serial is a fraction of a day that binary numbers do not hold.
    const local = SERIAL_EPOCH + Math.round(Number(text) * 86_400) * 1000;
    const time = instantIn(reading.zone, local);
    return time === null ? null : { time, ownZone: false };
  }
  const split = splitDay(text, reading.order);
  if (split === null || split.day === null) return null;
  const clock = readClock(split.rest.trim());
  if (clock === null) return null;
  const time = instantIn(clock.zone ?? reading.zone, split.day + clock.ms);
  return time === null ? null : { time, ownZone: clock.zone !== null };
}
