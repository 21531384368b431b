import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bareEnv } from '@tidemark/testkit/process-env';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const READY = /^Tidemark is ready at (https?:\/\/\S+) \((.*)\)$/m;

/** How a process ended. */
export interface Ending {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The server as a process of its own. */
export interface ServerProcess {
  /** Resolves with its address and the reason for its market; rejects when it ends before. */
  ready: Promise<{ url: string; market: string }>;
  ended: Promise<Ending>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the server on a free port with a simulated market; `env` says what is different. */
export function startServer(env: Record<string, string>): ServerProcess {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...bareEnv(),
      PORT: '0',
      MARKET_SOURCE: 'simulated',
      HISTORY_BACKFILL: 'false',
      ...env,
    },
  });
  const output = { stdout: '', stderr: '' };
  const ready = Promise.withResolvers<{ url: string; market: string }>();
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    output.stdout += chunk.toString();
    const [, url, market] = READY.exec(output.stdout) ?? [];
    if (url && market) ready.resolve({ url, market });
  });
  const ended = new Promise<Ending>((resolve) => {
    child.on('close', (code) => {
      ready.reject(new Error(`ended with ${code}: ${output.stderr}`));
      resolve({ code, ...output });
    });
  });
  ready.promise.catch(() => undefined);
  return { ready: ready.promise, ended, kill: (signal) => child.kill(signal) };
}
