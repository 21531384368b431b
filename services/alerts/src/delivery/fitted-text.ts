/** Controls but line breaks, and marks that turn the direction of what follows or hide it (bidi, zero width, tags). */
const UNSEEN =
  /[[\p{Cc}--[\n]]\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gv;

/** What a text looks like: without controls and marks that hide or turn letters. Lines end in `\n`. */
export function plainText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(UNSEEN, ' ');
}

/** As {@link plainText}, in one line. */
export function plainLine(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ').trim();
}

export interface Fit {
  /** How long the text may be as it is written. */
  most: number;
  /** How long a text is; left out: its UTF-16 code units. */
  lengthOf?: (written: string) => number;
  /** How a character is written; left out: as it is. */
  written?: (character: string) => string;
}

/** A text as it is written, cut between two characters where it would be too long; then it ends in `…`. */
export function fitted(text: string, { most, lengthOf = unitsOf, written = asItIs }: Fit): string {
  const parts = Array.from(text, written);
  if (lengthOf(parts.join('')) <= most) return parts.join('');
  let left = most - lengthOf('…');
  const kept = parts.findIndex((part) => {
    left -= lengthOf(part);
    return left < 0;
  });
  return `${parts.slice(0, kept).join('')}…`;
}

function unitsOf(text: string): number {
  return text.length;
}

function asItIs(character: string): string {
  return character;
}
