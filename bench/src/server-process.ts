import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endsWithUs } from './child.ts';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
const READY = /^Tidemark is ready at (http:\/\/\S+)/m;
/** Past the server's own deadline for a clean end, ms. */
const STOP_WITHIN = 10_000;

/** The server, in a process and a data folder of its own. */
export interface ServerProcess {
  /** Such as `http://localhost:40123`. */
  url: string;
  pid: number;
  /** Resolves with the exit code when it has ended; null: by a signal. */
  ended: Promise<number | null>;
  /** Ends it as Ctrl-C does and removes its data. */
  stop: () => Promise<void>;
}

/** All load comes from one address. */
const UNLIMITED = {
  RATE_LIMIT_GENERAL_PER_MIN: '1000000',
  RATE_LIMIT_DATA_PER_MIN: '1000000',
  WS_CONNECTIONS_PER_ADDRESS: '1000000',
  CONNECTIONS_PER_ADDRESS: '1000000',
};

/**
 * Starts the server on a free port with a simulated market. `env` comes on top; `nodeArgs` go to Node.
 * @throws Error when it ends before it is ready
 */
export async function startServer(
  env: Readonly<Record<string, string>>,
  nodeArgs: readonly string[] = [],
): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tidemark-bench-'));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', removeData);
  const child = spawn(process.execPath, [...nodeArgs, MAIN], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      MARKET_SOURCE: 'simulated',
      LOG_LEVEL: 'error',
      DATA_DIR: dataDir,
      ...UNLIMITED,
      ...env,
    },
  });
  endsWithUs(child);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const url = await readyAt(child.stdout, ended);
  return {
    url,
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN);
      await ended;
      clearTimeout(late);
      removeData();
    },
  };
}

/** Passes on what the server prints, and finds its address in it. */
function readyAt(stdout: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stdout.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4096);
      const url = READY.exec(said)?.[1];
      if (url) resolve(url);
      else process.stderr.write(chunk);
    });
    void ended.then((code) => reject(new Error(`the server ended with ${String(code)}`)));
  });
}
