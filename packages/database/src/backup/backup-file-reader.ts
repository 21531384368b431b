import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupError, FORM, MAGIC } from './backup-lines.ts';

/** SHA-256 in hex, and a line feed. */
const TRAILER_BYTES = 65;

/** Where the compressed part of a backup is in its file, bytes. */
export interface Extent {
  start: number;
  /** Of its last byte. */
  end: number;
}

/**
 * Reads the whole file once, so that nothing is begun with one that is not as it was written.
 * @throws BackupError where it cannot be read, is no backup, of a form that is not known, cut off or changed
 */
export async function checkBackupFile(path: string): Promise<Extent> {
  const { size, first, trailer } = await endsOf(path);
  const [magic = ''] = first.split('\n');
  if (!magic.startsWith(MAGIC)) throw new BackupError(`${path} is no backup of Tidemark.`);
  if (magic !== `${MAGIC}${FORM}`) {
    throw new BackupError(
      `${path} is of a form that this Tidemark does not know; use a newer one.`,
    );
  }
  const sum = createHash('sha256');
  const end = size - TRAILER_BYTES - 1;
  if (end > magic.length) {
    for await (const chunk of createReadStream(path, { end })) sum.update(chunk as Buffer);
    if (trailer === `${sum.digest('hex')}\n`) return { start: magic.length + 1, end };
  }
  throw new BackupError(
    `${path} is not as it was written: it was cut off or changed. Nothing was done with it; take another copy.`,
  );
}

/** The lines of a backup that was checked, many at a time. */
export async function* backupLines(path: string, extent: Extent): AsyncGenerator<string[]> {
  const text = pipeline(
    createReadStream(path, extent),
    createGunzip(),
    // The one who reads hears of a failure.
    () => undefined,
  ).setEncoding('utf8');
  let rest = '';
  for await (const chunk of text as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') throw new BackupError(`${path} ends in the middle of a line.`);
}

async function endsOf(path: string) {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const first = await textAt(file, 0, MAGIC.length + 12);
      const trailer = await textAt(file, Math.max(0, size - TRAILER_BYTES), TRAILER_BYTES);
      return { size, first, trailer };
    } finally {
      await file.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BackupError(`${path} cannot be read: ${why}.`, { cause: error });
  }
}

async function textAt(
  file: Awaited<ReturnType<typeof open>>,
  position: number,
  length: number,
): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.toString('latin1', 0, bytesRead);
}
