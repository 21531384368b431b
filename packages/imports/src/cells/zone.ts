/** Minutes east of UTC, or the name of a zone of the IANA database. */
export type Zone = number | string;

export const UTC: Zone = 0;
const MAX_OFFSET = 14 * 60;

/** `UTC`, `GMT+2`, `UTC--6` (as Binance names files), `+02:00`, `-0400`, `Europe/Amsterdam`; null where it is none. */
export function readZone(text: string): Zone | null {
  const plain = text.trim();
  if (/^(?:UTC|GMT|Z)$/i.test(plain)) return UTC;
  const offset = /^(?:UTC|GMT)?\s*([-+\u2212])-?(\d{1,2})(?::?(\d{2}))?$/i.exec(plain);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes > MAX_OFFSET) return null;
    return offset[1] === '+' ? minutes : -minutes;
  }
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)+$/.test(plain)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: plain }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** An offset within a title or a file name: `Time(UTC+02:00)`, `Date (+01)`, `…(UTC--6)…`, `UTC_Time`. */
export function zoneWithin(text: string): Zone | null {
  const bracketed = /\(\s*((?:UTC|GMT)?\s*[-+\u2212]-?\d{1,2}(?::?\d{2})?)\s*\)/i.exec(text)?.[1];
  if (bracketed !== undefined) return readZone(bracketed);
  const bare = /(?:UTC|GMT)\s*[-+\u2212]-?\d{1,2}(?::?\d{2})?(?!\d)/i.exec(text)?.[0];
  if (bare !== undefined) return readZone(bare);
  return /(?<![a-z])(?:UTC|GMT)(?![a-z])|^utc[A-Z]/i.test(text) || /utcDate/.test(text)
    ? UTC
    : null;
}

export function zoneName(zone: Zone): string {
  if (typeof zone === 'string') return zone;
  if (zone === 0) return 'UTC';
  const minutes = Math.abs(zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${zone < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes that a named zone is east of UTC at an instant. */
function offsetAt(name: string, instant: number): number {
  let format = formats.get(name);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
    formats.set(name, format);
  }
  const part = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName');
  const offset = readZone(part?.value ?? '');
  return typeof offset === 'number' ? offset : 0;
}

/**
 * The instant at which clocks of a zone show `local` (the ms of that reading as if it were UTC); null where none does, or
 * where two do, in the hours around a change of clocks.
 */
export function instantIn(zone: Zone, local: number): number | null {
  if (typeof zone === 'number') return local - zone * 60_000;
  const day = 86_400_000;
  const offsets = new Set([offsetAt(zone, local - day), offsetAt(zone, local + day)]);
  const instants = [...offsets]
    .map((offset) => ({ offset, instant: local - offset * 60_000 }))
    .filter(({ offset, instant }) => offsetAt(zone, instant) === offset);
  return instants.length === 1 ? (instants[0]?.instant ?? null) : null;
}
