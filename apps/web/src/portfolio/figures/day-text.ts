const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = create(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

function create(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    return new Intl.DateTimeFormat('en', options);
  }
}

/** A day of UTC, as the reader writes it: `20 Nov 2026`. @param time epoch ms, or a day such as `2026-11-20` */
export function dayText(time: number | string, locale: string): string {
  return formatOf(locale, { dateStyle: 'medium' }).format(new Date(time));
}

/** The same with hour and minute: `20 Nov 2026, 14:02`. */
export function momentText(time: number | string, locale: string): string {
  return formatOf(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));
}

/** A day in few letters, for an axis: `Nov 26`, or with the day where the axis spans little. */
export function axisDayText(day: string, locale: string, isLong: boolean): string {
  const options: Intl.DateTimeFormatOptions = isLong
    ? { month: 'short', year: '2-digit' }
    : { month: 'short', day: 'numeric' };
  return formatOf(locale, options).format(new Date(day));
}
