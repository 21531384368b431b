import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A script of `children/` in a process of its own. */
export interface Child {
  readonly pid: number;
  /** Whole lines of its standard output, so far. */
  readonly lines: readonly string[];
  readonly errors: () => string;
  /** Resolves with the next line that fits; rejects when the process ends without it. */
  line(fits: (line: string) => boolean): Promise<string>;
  /** Ends it at once (SIGKILL), and waits until it is gone. */
  kill(): Promise<void>;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts it; what still runs when the test is over is killed. */
export function startChild(script: string, ...args: string[]): Child {
  const path = fileURLToPath(new URL(`children/${script}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--expose-gc', path, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([code]) => code as number | null);

  const line = (fits: (line: string) => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const found = lines.find(fits);
      if (found !== undefined) resolve(found);
      reader.on('line', (text) => fits(text) && resolve(text));
      void ended.then(() => reject(new Error(`${script} ended: ${errors}`)));
    });
  return {
    pid: child.pid ?? 0,
    lines,
    errors: () => errors,
    line,
    kill: () => kill(child, ended),
    ended,
  };
}

async function kill(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}
