import { ConfigError } from '@tidemark/config/load-config';
import { DataDirError } from '@tidemark/database/data-dir-error';

/** The process cannot start for a reason that its user can mend; the message says how. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

/** What to print of an error that stopped the process: its message when it is meant for people, else all of it. */
export function explainStartError(error: unknown): string {
  const readable =
    error instanceof StartError || error instanceof ConfigError || error instanceof DataDirError;
  if (readable) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
