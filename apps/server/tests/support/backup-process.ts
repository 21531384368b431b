import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bareEnv } from '@tidemark/testkit/process-env';
import type { Ending } from './server-process.ts';

/** Runs `npm run backup` or `npm run restore`, without npm. */
export function runBackup(
  what: 'backup' | 'restore',
  file: string,
  env: Record<string, string>,
): Promise<Ending> {
  const commands = fileURLToPath(new URL('../../src/commands.ts', import.meta.url));
  const child = spawn(process.execPath, [commands, what, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...bareEnv(), MARKET_SOURCE: 'simulated', ...env },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...output })));
}
