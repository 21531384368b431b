const MINIMUM_LENGTH = '2021-01-01T00:00:00Z'.length;
const MAXIMUM_LENGTH = '2021-01-01T00:00:00.000000000Z'.length;

/**
 * Epoch milliseconds of an ISO 8601 UTC time such as `2021-04-17T16:43:37.089723Z`; digits past the
 * millisecond are cut, never rounded up. NaN for any other form and for a day that does not exist.
 */
export function parseIsoTime(text: string): number {
  if (!hasIsoForm(text)) return NaN;
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  if (hour > 23 || minute > 59 || second > 59) return NaN;
  return day(text) + hour * 3_600_000 + minute * 60_000 + second * 1000 + milliseconds(text);
}

/** The day's first millisecond; NaN for a day that the month does not have. */
function day(text: string): number {
  const [month, date] = [digits(text, 5, 7), digits(text, 8, 10)];
  if (month < 1 || month > 12 || date < 1) return NaN;
  const time = Date.UTC(digits(text, 0, 4), month - 1, date);
  return date <= 28 || new Date(time).getUTCDate() === date ? time : NaN;
}

function hasIsoForm(text: string): boolean {
  if (text.length < MINIMUM_LENGTH || text.length > MAXIMUM_LENGTH) return false;
  const punctuation = text[4] === '-' && text[7] === '-' && text[10] === 'T';
  return punctuation && text[13] === ':' && text[16] === ':' && text[text.length - 1] === 'Z';
}

/** NaN where there is no fraction's point but something else before the Z. */
function milliseconds(text: string): number {
  const end = text.length - 1;
  if (end === 19) return 0;
  if (text[19] !== '.' || end === 20 || Number.isNaN(digits(text, 20, end))) return NaN;
  const shown = Math.min(3, end - 20);
  return digits(text, 20, 20 + shown) * 10 ** (3 - shown);
}

/** The number that text[from, to) writes in decimal digits; NaN where one is not a digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}
