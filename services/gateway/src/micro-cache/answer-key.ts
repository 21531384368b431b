import type { IncomingMessage } from 'node:http';
import { sharedPaths } from '@tidemark/contracts/services';

/** Reads that are the same for everybody; other spellings of their paths are answered too, and not from memory. */
const SHARED = sharedPaths();
const ENCODINGS: ReadonlySet<string> = new Set(['br', 'gzip', 'deflate', 'zstd', 'identity', '']);

/**
 * What two requests have in common that are given the same bytes: path and query as they were written, since their
 * order may matter, and which encoding the answer gets. Null: not one of those.
 */
export function answerKey({ method, url = '', headers }: IncomingMessage): string | null {
  if ((method !== 'GET' && method !== 'HEAD') || !SHARED.test(url)) return null;
  const hasBody = headers['content-length'] ?? headers['transfer-encoding'];
  if (hasBody !== undefined || headers['x-no-compression'] !== undefined) return null;
  if (headers.range !== undefined || headers['if-none-match'] !== undefined) return null;
  return `${encodingClass(headers['accept-encoding'])} ${url}`;
}

/** Those that take the same encoding of ours share it; a header with weights is a class of its own. */
export function encodingClass(header: string | string[] | undefined): string {
  if (header === undefined) return '';
  const known = classes.get(String(header));
  if (known !== undefined) return known;
  const found = readClass(String(header).toLowerCase());
  if (classes.size < MAX_CLASSES) classes.set(String(header), found);
  return found;
}

/** Headers that were read; browsers have few. */
const classes = new Map<string, string>();
const MAX_CLASSES = 100;

function readClass(header: string): string {
  const names = header.split(',').map((name) => name.trim());
  if (!names.every((name) => ENCODINGS.has(name))) return header;
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : '';
}
