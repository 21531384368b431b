import { SQL_STATE, sqlStateOf } from './query-error.ts';

/** Something is wrong with the folder the data is kept in; the message is for the person who runs it. */
export class DataDirError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataDirError';
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EROFS: 'it is on a read-only file system',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOTDIR: 'it, or a part of its path, is not a directory',
  EEXIST: 'it is not a directory',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'a part of its path is missing',
  EIO: 'the disk reports an error',
};

/** Turns an error of node:fs about `dir` into one readable sentence. */
export function explainFsError(error: unknown, dir: string): DataDirError {
  const { code = '' } = error as NodeJS.ErrnoException;
  const reason = REASONS[code] ?? String(error instanceof Error ? error.message : error);
  return new DataDirError(`The data folder ${dir} cannot be used: ${reason}.`, { cause: error });
}

/** The readable form of a database error that no retry will mend; undefined for every other error. */
export function explainFatal(error: Error, dir: string): DataDirError | undefined {
  const { message } = error;
  if (sqlStateOf(error) === SQL_STATE.DISK_FULL || /no space left on device/i.test(message)) {
    return new DataDirError(`The disk of the data folder ${dir} is full.`, { cause: error });
  }
  if (/read-only file system/i.test(message)) {
    return new DataDirError(`The data folder ${dir} has become read-only.`, { cause: error });
  }
  if (/\bPANIC:/.test(message) || error.name === 'RuntimeError' || /^Aborted\(/.test(message)) {
    return new DataDirError(`The database in ${dir} stopped: ${message}`, { cause: error });
  }
  return undefined;
}
