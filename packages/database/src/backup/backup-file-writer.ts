import { createHash } from 'node:crypto';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { syncPath } from '../sync-tree.ts';
import { BackupError, FORM, MAGIC } from './backup-lines.ts';

/**
 * Writes lines to a new file: compressed, with a sum of all its bytes at its end. Until it is whole and on the disk it has
 * another name, and nobody but this user may read it.
 * @throws BackupError where the file is there already, or cannot be written; nothing is left then
 */
export async function writeBackupFile(path: string, lines: AsyncIterable<string>): Promise<void> {
  await requireFree(path);
  const unfinished = `${path}.unfinished-${process.pid}`;
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await writeAll(file, lines);
      await file.sync();
    } finally {
      await file.close();
    }
    await requireFree(path);
    await rename(unfinished, path);
    await syncPath(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isFsError(error) ? explained(path, error) : error;
  }
}

async function writeAll(file: FileHandle, lines: AsyncIterable<string>): Promise<void> {
  const sum = createHash('sha256');
  const write = async (chunk: Buffer | string): Promise<void> => {
    sum.update(chunk);
    await file.writeFile(chunk);
  };
  await write(`${MAGIC}${FORM}\n`);
  await pipeline(Readable.from(lines), createGzip(), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) await write(chunk);
  });
  await file.writeFile(`${sum.digest('hex')}\n`);
}

async function requireFree(path: string): Promise<void> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new BackupError(`${path} is there already; name another file.`);
}

function explained(path: string, error: unknown): BackupError {
  const why = error instanceof Error ? error.message : String(error);
  return new BackupError(`${path} cannot be written: ${why}.`, { cause: error });
}

function isFsError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
