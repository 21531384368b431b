/** How long a span of milliseconds is, in its largest unit: `4 s`, `12 min`, `3 h`, `2 d`. */
export function formatSpan(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** Hour and minute of a moment in UTC: `14:02 UTC`. */
export function formatClockUtc(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(11, 16)} UTC`;
}

/** Day of a moment in UTC: `20 Nov 2026`. */
export function formatDayUtc(epochMs: number): string {
  const date = new Date(epochMs);
  const month = date.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' });
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** Day, hour and minute of a moment in UTC: `20 Nov 14:02`. */
export function formatMomentUtc(epochMs: number): string {
  const date = new Date(epochMs);
  const month = date.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' });
  return `${date.getUTCDate()} ${month} ${date.toISOString().slice(11, 16)}`;
}
