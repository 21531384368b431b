const FIRST = 0x80;
const TABLE = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 32 }, (_, i) => FIRST + i),
);

/**
 * Reads U+0080 to U+009F as the characters that windows-1252 has at these bytes, as browsers do by
 * https://html.spec.whatwg.org/#numeric-character-reference-end-state: text of that encoding is often labelled
 * ISO-8859-1. The five bytes that windows-1252 leaves open are dropped.
 */
export function readC1AsWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => {
    const read = TABLE.charAt(character.charCodeAt(0) - FIRST);
    return read === character ? '' : read;
  });
}
