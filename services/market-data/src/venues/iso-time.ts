const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const TO_THE_MILLISECOND = '2021-04-17T16:43:37.089'.length;

/**
 * Epoch milliseconds of an ISO 8601 UTC time such as `2021-04-17T16:43:37.089723Z`; digits past the
 * millisecond are cut, never rounded up. NaN for any other form and for a day that does not exist.
 */
export function parseIsoTime(text: string): number {
  if (!FORM.test(text)) return NaN;
  const time = Date.parse(`${text.slice(0, -1).slice(0, TO_THE_MILLISECOND)}Z`);
  // A day that the month does not have is read as one of the next, and 24:00 as the next day.
  return new Date(time).getUTCDate() === Number(text.slice(8, 10)) ? time : NaN;
}
