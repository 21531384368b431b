/** What a spreadsheet takes for a formula by its first sign, and the mark that says it is none. */
const FORMULA = /^[=+\-@'\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** What a reader would lose or take for something else: control characters, marks, blanks at an end, and the sign of an escape. */
const UNSAFE = /[\\\p{Cc}\uFEFF]|^\p{White_Space}|\p{White_Space}$/gu;

/**
 * A text as a cell of a CSV file that no spreadsheet computes: what begins as a formula does has a `'` before it, and what would be
 * lost is written as `\n` or `\u{…}`. `readTextCell` gives it back, to the last character.
 */
export function writeTextCell(text: string): string {
  const escaped = text.toWellFormed().replace(UNSAFE, (sign) => {
    if (sign === '\\') return '\\\\';
    return sign === '\n' ? '\\n' : `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
  });
  return FORMULA.test(escaped) ? `'${escaped}` : escaped;
}

export function readTextCell(cell: string): string {
  const text = cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
  return text.replace(/\\(?:\\|n|u\{([0-9a-f]{1,6})\})/g, (escape, hex: string | undefined) => {
    if (hex === undefined) return escape === '\\n' ? '\n' : '\\';
    const code = Number.parseInt(hex, 16);
    return code > 0x10ffff ? escape : String.fromCodePoint(code);
  });
}
