import { BackupError } from '@tidemark/database/backup/backup-lines';
import { DatabaseUnavailableError } from '@tidemark/database/unavailable-error';
import { explainStartError } from './start-error.ts';

/** Prints how a command ended, and ends the process: 0, or 1 with the reason. */
export async function tellEnd(command: Promise<string>): Promise<never> {
  try {
    process.stdout.write(`${await command}\n`);
    process.exit(0);
  } catch (error) {
    const readable = error instanceof BackupError || error instanceof DatabaseUnavailableError;
    process.stderr.write(`${readable ? error.message : explainStartError(error)}\n`);
    process.exit(1);
  }
}
