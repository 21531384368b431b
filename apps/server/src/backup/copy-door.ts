import { chmod, readdir, rm, stat, statfs } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { HostedModule } from '@tidemark/service/hosted-module';
import type { MarketKind } from '@tidemark/service/service-module';
import type { Logger } from '@tidemark/telemetry/logger';
import { copySocketIn, type CopyAnswer } from './copy-socket.ts';

export interface CopyDoorOptions {
  dataDir: string;
  /** The market's folder, which its database and the copies are in. */
  folder: string;
  market: MarketKind;
  /** Copies the database, which nobody can ask anything meanwhile. */
  copyTo: (dir: string) => Promise<void>;
  logger: Logger;
}

/** Left free beside a copy, bytes: a full disk would end this process. */
const SPARE_BYTES = 200 * 1024 * 1024;

/**
 * Hands copies of the database out to whoever backs it up, by a socket in the data folder: who may not read that folder cannot
 * connect. A copy is there until the connection ends. One at a time.
 */
export function copyDoor(options: CopyDoorOptions): HostedModule {
  const { dataDir, folder, logger } = options;
  const path = copySocketIn(dataDir);
  const copy = join(folder, 'copy');
  const open = new Set<Socket>();
  let server: Server | undefined;
  let busy: Promise<void> | null = null;
  const answer = (socket: Socket): void => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
    if (busy) refuse(socket, 'Another backup is being made; wait for it to end.');
    else busy = lend(socket, copy, options).finally(() => (busy = null));
  };
  return {
    name: 'copies',
    needs: ['database'],
    start: async () => {
      await rm(copy, { recursive: true, force: true });
      if (path === null) {
        logger.warn(`${dataDir} is too long a path to be backed up while this runs`);
        return;
      }
      await rm(path, { force: true });
      server = createServer(answer);
      await listen(server, path).catch((error: unknown) =>
        logger.warn({ err: error }, 'no backup can be made while this runs'),
      );
    },
    stop: async () => {
      server?.close();
      for (const socket of open) socket.destroy();
      await busy;
    },
  };
}

async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, resolve);
  });
  await chmod(path, 0o600);
}

async function lend(
  socket: Socket,
  copy: string,
  { folder, market, copyTo, logger }: CopyDoorOptions,
): Promise<void> {
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()).resume());
  const from = performance.now();
  try {
    await requireRoom(join(folder, 'cluster'));
    await copyTo(copy);
    logger.info({ ms: Math.round(performance.now() - from) }, 'copied the database for a backup');
    tell(socket, { copy, market });
    await gone;
  } catch (error) {
    logger.warn({ err: error }, 'the database could not be copied for a backup');
    refuse(socket, error instanceof Error ? error.message : String(error));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function tell(socket: Socket, answer: CopyAnswer): void {
  socket.write(`${JSON.stringify(answer)}\n`);
}

function refuse(socket: Socket, refused: string): void {
  tell(socket, { refused });
  socket.end();
}

/** @throws Error where a copy would fill the disk */
async function requireRoom(cluster: string): Promise<void> {
  const files = await readdir(cluster, { recursive: true });
  let size = 0;
  for (const file of files) size += (await stat(join(cluster, file)).catch(() => null))?.size ?? 0;
  const { bavail, bsize } = await statfs(cluster);
  const needed = size + SPARE_BYTES;
  if (bavail * bsize >= needed) return;
  throw new Error(
    `A backup needs a copy of the database for a while, ${inMegabytes(needed)} MB; ${inMegabytes(bavail * bsize)} MB are free.`,
  );
}

function inMegabytes(bytes: number): string {
  return Math.ceil(bytes / 1024 / 1024).toLocaleString('en-US');
}
