import { resolve } from 'node:path';
import { CommonConfigSchema } from '@tidemark/config/common-config';
import { loadConfig, type Environment } from '@tidemark/config/load-config';
import { BackupError } from '@tidemark/database/backup/backup-lines';
import type { Owners } from '@tidemark/database/backup/load';
import Type from 'typebox';
import { EngineConfigSchema } from '../engines.ts';
import { loadModules } from '../modules.ts';
import { topologyOf, type Topology } from '../runtime.ts';

const { DATA_DIR, MARKET_SOURCE } = CommonConfigSchema.properties;
const { DATABASE_URL, INSTANCE_SECRET } = EngineConfigSchema.properties;
const ConfigSchema = Type.Object({ DATA_DIR, MARKET_SOURCE, DATABASE_URL, INSTANCE_SECRET });

/** What a command works with. */
export interface Command {
  file: string;
  market: 'auto' | 'live' | 'simulated';
  owners: Owners;
  topology: Topology;
}

/** @throws BackupError where no file is named; ConfigError */
export async function commandOf(
  name: 'backup' | 'restore',
  env: Environment,
  args: readonly string[],
): Promise<Command> {
  const [file, ...more] = args;
  if (file === undefined || file === '' || more.length > 0) {
    throw new BackupError(`Name one file: npm run ${name} -- FILE`);
  }
  const { DATA_DIR: dataDir, MARKET_SOURCE: market, ...engines } = loadConfig(ConfigSchema, env);
  const services = await loadModules(['all']);
  const owners = new Map(
    services
      .filter(({ migrations }) => Object.keys(migrations).length > 0)
      .map(({ name: owner, migrations }) => [owner, migrations]),
  );
  // npm changes to the repository's folder; the file is meant from where it was called.
  const path = resolve(env.INIT_CWD ?? '', file);
  return { file: path, market, owners, topology: topologyOf(engines, dataDir) };
}

/** `1,234 rows in 17 tables`. */
export function rowsIn(counts: ReadonlyMap<string, number>): string {
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return `${rows.toLocaleString('en-US')} rows in ${counts.size} tables`;
}
