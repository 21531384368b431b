import type { ErrorDetail } from '@tidemark/contracts/errors';

/** Lists and fields included. The largest body of most routes has some twenty; checking more is work for nothing. */
const MOST_VALUES = 1_000;
/** Of a route that takes long bodies, the fewest bytes that a value of them has by and by. */
const BYTES_A_VALUE = 32;
const MOST_DEPTH = 16;
/** Told of one request; a hostile one has a fault for every few bytes. */
const MOST_FAULTS = 50;

/** Control characters and halves of characters: nobody types them, and databases, logs and terminals stumble over them. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
/** The same, but for line breaks and tabs. */
const UNPRINTABLE_IN_LINES = /[^\P{Cc}\t\r\n]|\p{Cs}/u;

interface Sent {
  field: string;
  value: unknown;
  depth: number;
}

/**
 * What is wrong with what was sent, whatever the route makes of it: text and names with control characters, and more than
 * can be meant. Bounded work for any input.
 * @param part `body`, `query` or `params`: how fields are named
 * @param multiline fields whose text may have line breaks and tabs, such as `body.entry`
 * @param room bytes that the route takes
 */
export function faultsOf(
  part: string,
  value: unknown,
  { multiline = [], room = 0 }: { multiline?: readonly string[] | undefined; room?: number } = {},
): ErrorDetail[] {
  const most = Math.max(MOST_VALUES, Math.floor(room / BYTES_A_VALUE));
  const faults: ErrorDetail[] = [];
  const waiting: Sent[] = [{ field: part, value, depth: 0 }];
  let seen = 0;
  for (let sent = waiting.pop(); sent && faults.length < MOST_FAULTS; sent = waiting.pop()) {
    seen += 1;
    if (seen > most) return [tooMuch(part, `has more than ${most} values`)];
    if (sent.depth > MOST_DEPTH) return [tooMuch(part, `is nested over ${MOST_DEPTH} deep`)];
    const { field } = sent;
    if (typeof sent.value === 'string') {
      const pattern = multiline.includes(field) ? UNPRINTABLE_IN_LINES : UNPRINTABLE;
      if (pattern.test(sent.value)) faults.push({ field, reason: 'has control characters' });
    } else if (typeof sent.value === 'object' && sent.value !== null) {
      faults.push(...open(sent, waiting, most));
    }
  }
  return faults;
}

/** Puts what is inside a list or an object on the stack, no more of it than makes it too much. What is wrong with its names. */
function open({ field, value, depth }: Sent, waiting: Sent[], most: number): ErrorDetail[] {
  // A body that is passed on as it came is for whom it goes to.
  if (ArrayBuffer.isView(value)) return [];
  const faults: ErrorDetail[] = [];
  for (const [name, inner] of Object.entries(value as object).slice(0, most + 1)) {
    if (UNPRINTABLE.test(name))
      faults.push({ field, reason: 'has a name with control characters' });
    waiting.push({ field: `${field}.${name}`, value: inner, depth: depth + 1 });
  }
  return faults;
}

function tooMuch(field: string, reason: string): ErrorDetail {
  return { field, reason };
}
