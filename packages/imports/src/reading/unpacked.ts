import { inflateRawSync } from 'node:zlib';

/** Signatures of a ZIP file's parts (PKWARE APPNOTE 6.3.10, 4.3). */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 10_000;
const DEFLATED = 8;

/**
 * How many bytes a ZIP file unpacks to, found out by unpacking it part by part: what it says itself may be wrong.
 * @returns null past `most`, and for what is no ZIP file that can be read
 */
export function unpackedBytes(bytes: Uint8Array, most: number): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return sumOf(bytes, view, most);
  } catch {
    // It points beyond its end, or a part unpacks to more than is left.
    return null;
  }
}

function sumOf(bytes: Uint8Array, view: DataView, most: number): number | null {
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) return null;
  let at = view.getUint32(end + 16, true);
  let sum = 0;
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== ENTRY) return null;
    sum += entryBytes(bytes, view, at, most - sum);
    if (sum > most) return null;
    // Name, extra field and comment follow.
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return sum;
}

/** Where the directory's end is: behind it there is a comment at most. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

function entryBytes(bytes: Uint8Array, view: DataView, at: number, most: number): number {
  const packed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  const names = view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (view.getUint16(at + 10, true) !== DEFLATED) return packed;
  const from = local + 30 + names;
  const part = bytes.subarray(from, from + packed);
  return inflateRawSync(part, { maxOutputLength: Math.max(1, most) }).length;
}
