/** Why a row cannot be taken: thrown while it is read, caught by `Outcomes.each`, and shown to the person whose file it is. */
export class Refusal extends Error {
  readonly field: string;

  /** `field`: the column as the file names it, or `row` for the whole of it. */
  constructor(field: string, reason: string) {
    super(reason);
    this.field = field;
  }
}

/** Why a whole file cannot be read. */
export class FileRefusal extends Error {
  /** Of what may be its header, so that a person can say what the columns are; of a file without any: none. */
  readonly titles: readonly string[];

  constructor(reason: string, titles: readonly string[] = []) {
    super(reason);
    this.titles = titles;
  }
}

/** A cell's text within a message: short, and without what would break a line. */
export function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return plain.length > 40 ? `"${plain.slice(0, 40)}…"` : `"${plain}"`;
}
