import { processEnvironment } from '@tidemark/config/load-config';
import { backup } from './backup/backup-command.ts';
import { restore } from './backup/restore-command.ts';
import { databaseRoles } from './roles/roles-command.ts';
import { StartError } from './start-error.ts';
import { tellEnd } from './tell-end.ts';

const COMMANDS = { backup, restore, 'database-roles': databaseRoles };

/** What an operator runs beside the server: `node apps/server/src/commands.ts backup FILE`. */
async function run([name = '', ...args]: readonly string[]): Promise<string> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS] : null;
  if (command) return command(processEnvironment(), args);
  const known = Object.keys(COMMANDS).join(', ');
  throw new StartError(`There is no command ${JSON.stringify(name)}; there are ${known}.`);
}

// Data is nobody else's, wherever it is put.
process.umask(0o077);
await tellEnd(run(process.argv.slice(2)));
