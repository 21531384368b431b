import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of the bench that has said its first line. */
export interface Child {
  /** What it printed first. */
  said: string;
  pid: number;
  stop: () => Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => process.exit(1));
}

/**
 * Starts a file beside this one with Node and waits for its first line.
 * @throws Error when it ends before that
 */
export async function startChild(file: string, ...args: string[]): Promise<Child> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  endsWithUs(child);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended early`)));
  ended.catch(() => undefined);
  const [chunk] = await Promise.race([once(child.stdout, 'data') as Promise<[Buffer]>, ended]);
  return {
    said: chunk.toString().trim(),
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** Kills the child when this process ends before it, by a signal too. */
export function endsWithUs(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}
