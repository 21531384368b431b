import { readFileSync } from 'node:fs';
import { processEnvironment } from '@tidemark/config/load-config';
import { gains } from './gains-command.ts';
import { UsageError } from './usage-error.ts';

try {
  const { INIT_CWD: from = '' } = processEnvironment();
  const report = gains(process.argv.slice(2), from, (path) => readFileSync(path, 'utf8'));
  process.stdout.write(`${report}\n`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
