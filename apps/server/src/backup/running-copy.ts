import { connect, type Socket } from 'node:net';
import { BackupError } from '@tidemark/database/backup/backup-lines';
import type { MarketKind } from '@tidemark/service/service-module';
import { copySocketIn, parseCopyAnswer } from './copy-socket.ts';

/** A copy of the database of the process that runs. */
export interface RunningCopy {
  dir: string;
  market: MarketKind;
  /** It is not needed any more. */
  release: () => void;
}

/**
 * Asks the process that has the data folder for a copy. Null: none runs, or none that hands copies out.
 * @throws BackupError with the reason that it gives
 */
export async function copyOfRunning(dataDir: string): Promise<RunningCopy | null> {
  const path = copySocketIn(dataDir);
  const socket = path === null ? null : await connected(path);
  if (socket === null) return null;
  const line = await firstLine(socket);
  if (line === null)
    throw new BackupError('The process that runs ended before it had copied its database.');
  const answer = parseCopyAnswer(line);
  if ('refused' in answer) {
    socket.destroy();
    throw new BackupError(answer.refused);
  }
  return { dir: answer.copy, market: answer.market, release: () => socket.destroy() };
}

function connected(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path, () => resolve(socket));
    socket.on('error', () => resolve(null));
  });
}

function firstLine(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    socket.on('close', () => resolve(null));
  });
}
