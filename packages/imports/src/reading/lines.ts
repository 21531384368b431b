import { FileRefusal } from '../refusal.ts';

/** The text of one record and the line it begins on, counted from 1. */
export interface RawRecord {
  line: number;
  text: string;
  /** Its quote is not closed within what a record may be long. */
  open?: true;
  /** The last of a file that does not end with a line break: it may have been cut. */
  last?: true;
}

const QUOTE = 0x22;
/** A quoted note may hold line breaks; a quote that was never closed must not swallow the file. */
const MAX_LINES = 30;
const MAX_CHARACTERS = 1 << 16;
const MAX_LINE = 1 << 20;

function hasOddQuotes(line: string): boolean {
  let odd = false;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

interface Line {
  line: number;
  text: string;
}

/** Puts physical lines together where a quote stays open over them. */
class RecordLines {
  private held: Line[] = [];
  private heldLength = 0;

  /** The records that are complete with this line. */
  *add(line: Line): Generator<RawRecord> {
    const queue = [line];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const odd =
        next.text.charCodeAt(0) === QUOTE || next.text.includes('"')
          ? hasOddQuotes(next.text)
          : false;
      if (this.held.length === 0 && !odd) {
        yield next;
        continue;
      }
      this.held.push(next);
      this.heldLength += next.text.length;
      if (odd && this.held.length > 1) yield this.joined();
      else if (this.held.length > MAX_LINES || this.heldLength > MAX_CHARACTERS) {
        const [first, ...rest] = this.taken();
        if (first !== undefined) yield { ...first, open: true };
        queue.unshift(...rest);
      }
    }
  }

  /** What the end of the file leaves open: its first line, and the others by themselves. */
  *end(): Generator<RawRecord> {
    while (this.held.length > 0) {
      const [first, ...rest] = this.taken();
      if (first !== undefined) yield { ...first, open: true };
      for (const line of rest) yield* this.add(line);
    }
  }

  /** No quote is open. */
  get isBetween(): boolean {
    return this.held.length === 0;
  }

  private joined(): RawRecord {
    const lines = this.taken();
    return { line: lines[0]?.line ?? 0, text: lines.map(({ text }) => text).join('\n') };
  }

  private taken(): Line[] {
    const lines = this.held;
    this.held = [];
    this.heldLength = 0;
    return lines;
  }
}

/** The records of a text in the order of its lines, in batches; blank lines are left out. */
export async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<RawRecord[]> {
  const records = new RecordLines();
  let rest = '';
  let line = 0;
  for await (const chunk of text) {
    const whole = rest + chunk;
    // A break of two characters may be cut between them.
    const lines = whole.split(whole.endsWith('\r') ? /\r\n|\n|\r(?!$)/ : /\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE)
      throw new FileRefusal('no lines: over a million characters without a break');
    const batch: RawRecord[] = [];
    for (const each of lines) {
      line += 1;
      // Most lines are a record by themselves.
      if (records.isBetween && !each.includes('"')) batch.push({ line, text: each });
      else batch.push(...records.add({ line, text: each }));
    }
    yield batch.filter(isNotBlank);
  }
  const last = rest.endsWith('\r') ? rest.slice(0, -1) : rest;
  const end = last === '' ? [] : [...records.add({ line: line + 1, text: last })];
  const all = [...end, ...records.end()].filter(isNotBlank);
  const final = all.at(-1);
  if (final !== undefined && last !== '') final.last = true;
  yield all;
}

function isNotBlank({ text }: RawRecord): boolean {
  return text.trim() !== '';
}
