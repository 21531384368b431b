import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { TidemarkError } from '@tidemark/contracts/errors';
import { MAX_FILE_BYTES, type StagedFiles } from './staged-files.ts';

/** What is stored at once. */
const CHUNK_BYTES = 1024 * 1024;

/** A file that came whole. */
export interface ReceivedFile {
  id: string;
  bytes: number;
  /** SHA-256, hex. */
  digest: string;
}

/** @throws TidemarkError PAYLOAD_TOO_LARGE for a file over 64 MB */
export function tooLarge(): TidemarkError {
  const most = MAX_FILE_BYTES / 1024 / 1024;
  return new TidemarkError('PAYLOAD_TOO_LARGE', `A file has at most ${most} MB.`);
}

/**
 * Stores what comes as the bytes of a file for which room was made; two megabytes of it are held.
 * @throws TidemarkError PAYLOAD_TOO_LARGE; of a file that does not come whole nothing is left
 */
export async function receiveFile(
  staged: StagedFiles,
  id: string,
  coming: Readable,
): Promise<ReceivedFile> {
  try {
    return { id, ...(await storeAll(staged, id, coming)) };
  } catch (error) {
    await staged.remove(id);
    throw error;
  }
}

async function storeAll(staged: StagedFiles, id: string, coming: Readable) {
  const sum = createHash('sha256');
  let held: Buffer[] = [];
  let [n, heldBytes, bytes] = [0, 0, 0];
  let storing = Promise.resolve();
  /** While one chunk is stored the next one comes. */
  const store = async () => {
    const chunk = Buffer.concat(held);
    [held, heldBytes] = [[], 0];
    await storing;
    storing = staged.append(id, n, chunk);
    // Who waits for it next hears of a failure.
    storing.catch(() => undefined);
    n += 1;
  };
  // Whoever sends too much is to hear of it: the connection stays until then.
  const pieces = coming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    for await (const piece of pieces) {
      sum.update(piece);
      bytes += piece.length;
      if (bytes > MAX_FILE_BYTES) throw tooLarge();
      held.push(piece);
      heldBytes += piece.length;
      if (heldBytes >= CHUNK_BYTES) await store();
    }
    if (heldBytes > 0) await store();
  } finally {
    await storing;
  }
  return { bytes, digest: sum.digest('hex') };
}
