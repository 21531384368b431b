import type { Readable } from 'node:stream';

/** What of a body is read at most, bytes; then the connection is given up. */
const MAX_BYTES = 64 * 1_024;
const MAX_CHARACTERS = 500;

/**
 * The beginning of a body in one line, at most 500 characters. A body that breaks off is as long as it was: the status
 * that came before has said how it went.
 */
export async function boundedExcerpt(body: Readable): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes >= MAX_BYTES) break;
    }
  } catch {
    // What was read counts.
  }
  return oneLine(Buffer.concat(chunks).toString('utf8'));
}

function oneLine(text: string): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return line.slice(0, MAX_CHARACTERS).toWellFormed();
}
