import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const READY_LINE = /Tidemark is ready/;
const START_LIMIT_MS = 90_000;
const STOP_LIMIT_MS = 10_000;

/** The product, running as a user runs it. */
export interface Platform {
  /** Each may be asked for anything. */
  readonly urls: readonly string[];
  /** Stops it and removes what it stored. Throws when it does not end in time. */
  stop(): Promise<void>;
}

/** All journeys come from one address; what a limit does has tests of its own. */
const UNLIMITED = {
  RATE_LIMIT_AUTH_PER_MIN: '100000',
  RATE_LIMIT_GENERAL_PER_MIN: '100000',
  RATE_LIMIT_DATA_PER_MIN: '100000',
};

function launch(port: number, dataDir: string): ChildProcess {
  const node = join(ROOT, 'node_modules', '.bin', 'node');
  return spawn(node, ['apps/server/src/main.ts'], {
    cwd: ROOT,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      MARKET_SOURCE: 'simulated',
      // Journeys have webhooks of their own.
      ALERT_PRIVATE_TARGETS: 'true',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...UNLIMITED,
    },
  });
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => reject(new Error(`${why}\n${output.slice(-4000)}`));
    const limit = setTimeout(() => fail('The server was not ready in time.'), START_LIMIT_MS);
    const read = (chunk: Buffer) => {
      if (!READY_LINE.test(output)) output += chunk.toString();
      if (!READY_LINE.test(output)) return;
      clearTimeout(limit);
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(limit);
      fail(`The server ended with code ${code} before it was ready.`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<boolean>((resolve) => child.once('exit', () => resolve(true)));
  child.kill('SIGTERM');
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, STOP_LIMIT_MS, false));
  if (await Promise.race([ended, late])) return;
  child.kill('SIGKILL');
  throw new Error(`The server did not end within ${STOP_LIMIT_MS} ms of SIGTERM.`);
}

/** The product in the first moment of its start: nothing listens yet. */
export interface BeginningPlatform extends Platform {
  /** Rejects when it ends before it is ready, or takes too long. */
  ready: Promise<void>;
}

/** Begins to start the product on a free port with a simulated market and an empty data folder. */
export async function beginPlatform(): Promise<BeginningPlatform> {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'tidemark-e2e-'));
  const child = launch(port, dataDir);
  const ready = untilReady(child);
  ready.catch(() => undefined);
  return {
    urls: [`http://127.0.0.1:${port}`],
    ready,
    stop: () => end(child).finally(() => rm(dataDir, { recursive: true, force: true })),
  };
}

/** Starts it, and waits until it is ready. */
export async function startPlatform(): Promise<Platform> {
  const platform = await beginPlatform();
  try {
    await platform.ready;
    return platform;
  } catch (error) {
    await platform.stop();
    throw error;
  }
}
