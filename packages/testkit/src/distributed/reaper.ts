import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('./reaper-process.ts', import.meta.url));

let reaper: ChildProcess | undefined;

/** Sees to it that the child ends when this process does, be it by Ctrl-C or `kill -9`. */
export function endsWithUs(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  const { stdin } = running();
  stdin?.write(`+${pid}\n`);
  child.once('exit', () => stdin?.write(`-${pid}\n`));
}

function running(): ChildProcess {
  if (reaper?.exitCode === null) return reaper;
  // A group of its own: Ctrl-C in the terminal reaches us and not it.
  reaper = spawn(process.execPath, [PROCESS], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  reaper.stdin?.on('error', () => undefined);
  reaper.unref();
  const stdin = reaper.stdin as unknown as { unref?: () => void } | null;
  stdin?.unref?.();
  return reaper;
}
