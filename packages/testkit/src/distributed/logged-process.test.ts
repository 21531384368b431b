import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';
import { until } from '../until.ts';
import { LoggedProcess } from './logged-process.ts';

const MODULE = new URL('./logged-process.ts', import.meta.url).href;
/** Prints its pid and stays. */
const STAYING = 'console.log(process.pid); setInterval(() => {}, 1000);';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tidemark-process-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function isAlive(pid: number): boolean {
  return (
    existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  );
}

test('it starts again after it was killed, and the log has the output of both runs', async ({
  expect,
}) => {
  const logFile = join(folder(), 'logs', 'a.log');
  const child = new LoggedProcess({ name: 'a', args: ['-e', STAYING], env: {}, logFile });
  const lines = () => readFileSync(logFile, 'utf8').trim().split('\n').filter(Boolean);
  child.start();
  await until('the first line', () => lines().length === 1);
  expect(await child.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  expect(child.pid).toBeNull();
  child.start();
  await until('the second line', () => lines().length === 2);
  expect(lines()[1]).toBe(String(child.pid));
  expect(child.tail(1)).toContain(String(child.pid));
  await child.end('SIGTERM');
});

test('processes end when the one that started them is killed', async ({ expect, skip }) => {
  if (!existsSync('/proc/self/status')) skip('no /proc on this machine');
  const dir = folder();
  const parent = join(dir, 'parent.ts');
  const plan = { name: 'b', args: ['-e', STAYING], env: {}, logFile: join(dir, 'b.log') };
  writeFileSync(
    parent,
    `import { LoggedProcess } from '${MODULE}';
     const child = new LoggedProcess(${JSON.stringify(plan)});
     child.start();
     console.log(child.pid);
     setInterval(() => {}, 1000);`,
  );
  const started = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(started.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  expect(isAlive(pid)).toBe(true);
  started.kill('SIGKILL');
  await until('its child to be gone', () => !isAlive(pid));
});
