import { constants, gunzipSync } from 'node:zlib';
import { readC1AsWindows1252 } from './c1-characters.ts';
import { NewsFormatError } from './news-item.ts';

/** Feeds of the world's largest publishers stay below 2 MB. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Where an XML declaration is looked for, bytes. */
const DECLARATION_BYTES = 200;

const BEGINNINGS: readonly { bytes: readonly number[]; label: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
  { bytes: [0x3c, 0x00, 0x3f, 0x00], label: 'utf-16le' },
  { bytes: [0x00, 0x3c, 0x00, 0x3f], label: 'utf-16be' },
];

/**
 * The text of a document. Labels lie, so that bytes decide first: gzip whatever the headers say, a byte order mark, letters
 * beyond ASCII that are valid UTF-8; then the charset of `contentType` if the bytes are valid in it, ASCII, the XML
 * declaration, windows-1252. A character that the end cuts in two is no fault. Characters that XML forbids are dropped.
 * @param contentType the HTTP header's value, `text/xml; charset=ISO-8859-1`
 * @throws NewsFormatError where the document is longer than 8 MB, packed or unpacked, or cannot be unpacked
 */
export function decodeDocument(bytes: Uint8Array, contentType: string | null): string {
  const plain = unpacked(bytes);
  if (plain.length > MOST_BYTES) throw tooLong();
  return cleaned(decoded(plain, contentType));
}

function tooLong(cause?: unknown): NewsFormatError {
  return new NewsFormatError('The document is longer than 8 MB.', { cause });
}

function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    // Flushed as if more were to come: what was cut off unpacks as far as it goes.
    return gunzipSync(bytes, {
      maxOutputLength: MOST_BYTES,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLong(error);
    throw new NewsFormatError('The document is packed by gzip and cannot be unpacked.', {
      cause: error,
    });
  }
}

function decoded(bytes: Uint8Array, contentType: string | null): string {
  const beginning = BEGINNINGS.find((known) => known.bytes.every((byte, i) => bytes[i] === byte));
  if (beginning !== undefined) return new TextDecoder(beginning.label).decode(bytes);
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null && /[\u0080-\uffff]/.test(utf8)) return utf8;
  return (
    strictly(charsetOf(contentType), bytes) ??
    utf8 ??
    leniently(declaredEncoding(bytes), bytes) ??
    new TextDecoder('windows-1252').decode(bytes)
  );
}

/** Null where the label is none that is known, or the bytes are not valid in it. */
function strictly(label: string | null, bytes: Uint8Array): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function leniently(label: string | null, bytes: Uint8Array): string | null {
  // It is not valid UTF-8, whatever it says.
  if (label === null || /^utf-?8$/i.test(label)) return null;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1] ?? null;
}

function cleaned(text: string): string {
  const mended = readC1AsWindows1252(text.replace(/^\ufeff/, ''));
  // oxlint-disable-next-line no-control-regex -- they are what is dropped
  return mended.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
