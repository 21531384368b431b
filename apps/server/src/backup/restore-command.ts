import type { Environment } from '@tidemark/config/load-config';
import { BackupError } from '@tidemark/database/backup/backup-lines';
import { openBackup, type CheckedBackup } from '@tidemark/database/backup/load';
import type { BackupPlaces } from './backup-place.ts';
import { commandOf, rowsIn } from './command.ts';
import { secretPrint } from './backup-command.ts';

/**
 * `npm run restore -- FILE`: brings a backup into an empty instance, or nothing of it.
 * @returns what to tell whoever asked
 * @throws BackupError, DataDirError or ConfigError in words
 */
export async function restore(env: Environment, args: readonly string[]): Promise<string> {
  const { file, owners, topology } = await commandOf('restore', env, args);
  const checked = await openBackup(file, owners);
  const { market, made_at } = checked.about;
  const secretToDo = secretSentence(checked, topology.backup.secret(market));
  const target = await topology.backup.target(market);
  try {
    const counts = await checked.loadInto(target.database);
    await target.keep();
    return [
      `Brought back the ${market} market as of ${made_at}: ${rowsIn(counts)}, compared with what was backed up.`,
      secretToDo,
    ].join('\n');
  } catch (error) {
    await target.abandon();
    throw error;
  }
}

/** @throws BackupError where the secret that is given is another instance's */
function secretSentence(
  { about }: CheckedBackup,
  { given: secret, place }: ReturnType<BackupPlaces['secret']>,
): string {
  const print = about.secret_print;
  if (secret === null) {
    return `Before the first start put the instance’s secret ${place}: without it everybody signs in anew, and second factors are lost.`;
  }
  if (print === null)
    return 'Whether the secret that is given is this instance’s, the backup cannot tell.';
  if (secretPrint(secret) === print) return 'The secret that is given is this instance’s.';
  throw new BackupError(
    'The secret that is given is not the one of the instance that was backed up: with it second factors would be lost. Give that ' +
      'one, or none.',
  );
}
