import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const infra = process.env['TIDEMARK_INFRA'];

/** Folder of the broker that tests may kill; undefined where the broker is not ours. */
export const kafkaFolder = infra === undefined ? undefined : join(infra, 'kafka');

/** `kill -9`; resolves once the process is gone. */
export async function killKafka(folder: string): Promise<void> {
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8').trim());
  process.kill(pid, 'SIGKILL');
  while (isRunning(pid)) await wait(20);
}

/** Starts it again on the same port and data; resolves once it answers. */
export async function startKafka(folder: string): Promise<void> {
  await run(join(folder, 'start'));
}

function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
