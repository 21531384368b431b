import type { ErrorDetail } from '@tidemark/contracts/errors';

/** Of a body, lists and fields included. The largest that a route takes has some twenty; checking more is work for nothing. */
const MOST_VALUES = 1_000;
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
 */
export function faultsOf(
  part: string,
  value: unknown,
  multiline: readonly string[] = [],
): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const waiting: Sent[] = [{ field: part, value, depth: 0 }];
  let seen = 0;
  for (let sent = waiting.pop(); sent && faults.length < MOST_FAULTS; sent = waiting.pop()) {
    seen += 1;
    if (seen > MOST_VALUES) return [tooMuch(part, `has more than ${MOST_VALUES} values`)];
    if (sent.depth > MOST_DEPTH) return [tooMuch(part, `is nested over ${MOST_DEPTH} deep`)];
    const { field } = sent;
    if (typeof sent.value === 'string') {
      const pattern = multiline.includes(field) ? UNPRINTABLE_IN_LINES : UNPRINTABLE;
      if (pattern.test(sent.value)) faults.push({ field, reason: 'has control characters' });
    } else if (typeof sent.value === 'object' && sent.value !== null) {
      open(sent, waiting, faults);
    }
  }
  return faults;
}

/** Puts what is inside a list or an object on the stack. No more of it than makes it too much. */
function open({ field, value, depth }: Sent, waiting: Sent[], faults: ErrorDetail[]): void {
  // A body that is passed on as it came is for whom it goes to.
  if (ArrayBuffer.isView(value)) return;
  for (const [name, inner] of Object.entries(value as object).slice(0, MOST_VALUES + 1)) {
    if (UNPRINTABLE.test(name))
      faults.push({ field, reason: 'has a name with control characters' });
    waiting.push({ field: `${field}.${name}`, value: inner, depth: depth + 1 });
  }
}

function tooMuch(field: string, reason: string): ErrorDetail {
  return { field, reason };
}
