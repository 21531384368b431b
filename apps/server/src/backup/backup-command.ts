import { stat } from 'node:fs/promises';
import type { Environment } from '@tidemark/config/load-config';
import { dumpDatabase } from '@tidemark/database/backup/dump';
import { systemClock } from '@tidemark/clock/system-clock';
import { commandOf, rowsIn, type Command } from './command.ts';
import { InstanceSecret } from '@tidemark/service/instance-secret';

/**
 * `npm run backup -- FILE`: writes the instance's database to a file, also while it runs.
 * @returns what to tell whoever asked
 * @throws BackupError, DataDirError or ConfigError in words
 */
export async function backup(env: Environment, args: readonly string[]): Promise<string> {
  const { file, owners, topology, market }: Command = await commandOf('backup', env, args);
  const source = await topology.backup.source(market);
  try {
    const counts = await dumpDatabase(source.database, file, {
      made_at: new Date(systemClock.now()).toISOString(),
      market: source.market,
      secret_print: source.secret === null ? null : secretPrint(source.secret),
      owners: [...owners.keys()],
    });
    const { size } = await stat(file);
    const megabytes = (size / 1024 / 1024).toFixed(1);
    return [
      `Backed up the ${source.market} market: ${rowsIn(counts)}, into ${file} (${megabytes} MB).`,
      'The instance’s secret is not in it. Keep it as well, and elsewhere: docs/backup.md.',
    ].join('\n');
  } finally {
    await source.close();
  }
}

/** What tells whether two secrets are the same, and nothing else of them. */
export function secretPrint(secret: string): string {
  return new InstanceSecret(secret).derive('backup/print').toString('hex');
}
