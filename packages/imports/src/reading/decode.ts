const LF = 0x0a;
/** Bytes without a line break that are held at most: no line of an export comes near. */
const MAX_LINE_BYTES = 1 << 20;
const strict = new TextDecoder('utf-8', { fatal: true });
const western = new TextDecoder('windows-1252');

/** UTF-16 where a mark says so, or where every other byte of the beginning is zero, as ASCII has it there. */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (head.length < 4) return null;
  if (first !== 0 && second === 0 && head[3] === 0) return 'utf-16le';
  return first === 0 && second !== 0 && head[2] === 0 ? 'utf-16be' : null;
}

/** UTF-8; what is none is windows-1252, decided line by line, since files are put together from both. */
function narrow(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    const end = bytes.indexOf(LF);
    if (end === -1 || end === bytes.length - 1) return western.decode(bytes);
  }
  let text = '';
  for (let start = 0; start < bytes.length;) {
    const at = bytes.indexOf(LF, start);
    const end = at === -1 ? bytes.length : at + 1;
    text += narrow(bytes.subarray(start, end));
    start = end;
  }
  return text;
}

/** Whether the bytes end within a character of UTF-8, as a file does that was cut. */
function withoutHalfCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const whole = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back > 1 && back < whole ? bytes.subarray(0, -back) : bytes;
  }
  return bytes;
}

/**
 * Bytes as text: UTF-8 with or without a mark, UTF-16 with or without, windows-1252. Marks (U+FEFF) are left out wherever they
 * stand: some venues write one before every cell.
 */
export async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held: Uint8Array = new Uint8Array();
  let wide: InstanceType<typeof TextDecoder> | null | undefined;
  for await (const chunk of chunks) {
    if (wide === undefined) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      if (held.length < 4) continue;
      const encoding = wideEncoding(held);
      wide = encoding === null ? null : new TextDecoder(encoding);
    } else held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (wide !== null) {
      yield unmarked(wide.decode(held, { stream: true }));
      held = new Uint8Array();
      continue;
    }
    const end = held.length > MAX_LINE_BYTES ? held.length : held.lastIndexOf(LF) + 1;
    if (end === 0) continue;
    yield unmarked(narrow(held.subarray(0, end)));
    held = held.subarray(end);
  }
  if (held.length > 0) yield unmarked(narrow(withoutHalfCharacter(held)));
}

function unmarked(text: string): string {
  return text.includes('\uFEFF') ? text.replaceAll('\uFEFF', '') : text;
}
