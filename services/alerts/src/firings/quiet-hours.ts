import type { AlertSchedule } from '@tidemark/contracts/alert';

const MINUTE = 60_000;
const DAY_MIN = 1_440;

/** When something may be sent that is known at `now`: then, or at the end of the quiet hours that it is in; epoch ms. */
export function sendableAt(schedule: AlertSchedule | null, now: number): number {
  if (!schedule) return now;
  const from = minuteOf(schedule.quiet_from);
  const to = minuteOf(schedule.quiet_to);
  const length = (to - from + DAY_MIN) % DAY_MIN;
  // Minute by minute, since an hour may be there twice or not at all where clocks change.
  for (let at = now; at < now + DAY_MIN * MINUTE; at = nextMinute(at)) {
    const local = minuteOf(localTime(schedule.time_zone, at));
    if ((local - from + DAY_MIN) % DAY_MIN >= length) return at;
  }
  return now;
}

function nextMinute(at: number): number {
  return (Math.floor(at / MINUTE) + 1) * MINUTE;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Such as `22:05`. */
function localTime(timeZone: string, at: number): string {
  let format = FORMATS.get(timeZone);
  if (!format) {
    const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
    format = new Intl.DateTimeFormat('en-GB', parts);
    FORMATS.set(timeZone, format);
  }
  return format.format(at);
}
