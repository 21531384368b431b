/** What stands between two words, as bits; none of them where it is blanks alone. */
export const GAP = {
  /** The text begins or ends here, or a sentence or clause does: `.` `:` `;` `?` `!` `|` or a dash between blanks. */
  stop: 1,
  comma: 2,
  opens: 4,
  closes: 8,
  hyphen: 16,
  slash: 32,
  /** `$` or `#` right before the word. */
  mark: 64,
  percent: 128,
  ampersand: 256,
  /** A full stop with a letter or digit on both sides: `Block.one`. */
  dot: 512,
  plus: 1_024,
  /** Words of one phrase do not have this between them. */
  other: 2_048,
} as const;

const OF_SIGN: Readonly<Record<string, number>> = {
  ...{ ':': GAP.stop, ';': GAP.stop, '?': GAP.stop, '!': GAP.stop, '|': GAP.stop, '…': GAP.stop },
  ...{ '\n': GAP.stop, '—': GAP.stop, '–': GAP.stop, '\u0096': GAP.stop, '\u0097': GAP.stop },
  ...{ '•': GAP.stop, '.': GAP.stop, ',': GAP.comma, '(': GAP.opens, '[': GAP.opens },
  ...{ ')': GAP.closes, ']': GAP.closes, '-': GAP.hyphen, '‑': GAP.hyphen, '/': GAP.slash },
  ...{ $: GAP.mark, '#': GAP.mark, '%': GAP.percent, '&': GAP.ampersand, '+': GAP.plus },
  ...{ ' ': 0, '\u00a0': 0, '\t': 0, "'": 0, '’': 0, '‘': 0, '\u0091': 0, '\u0092': 0, '"': 0 },
  ...{ '“': 0, '”': 0, '\u0093': 0, '\u0094': 0 },
};

/** The bit of a character that is part of no word. */
export function gapOf(sign: string): number {
  return OF_SIGN[sign] ?? GAP.other;
}
