/** The time zone of the browser, `UTC` where it does not say. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** Time zones by their IANA names, with one that has to be among them. */
export function timeZones(chosen: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set(['UTC', ownTimeZone(), chosen, ...known])].toSorted();
}
