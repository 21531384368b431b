import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from '@tidemark/testkit/until';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isThere } from './support/contract/run.ts';
import { startWholePlatform, type WholePlatform } from './support/whole-platform.ts';

const EXAMPLES = fileURLToPath(new URL('../../../docs/clients/', import.meta.url));
const run = promisify(execFile);
/** pip brings a hundred megabytes. */
const patience = { timeout: 500_000 };

let platform: WholePlatform;
let scratch: string;
beforeAll(async () => {
  platform = await startWholePlatform({ env: { HISTORY_BACKFILL: 'true' } });
  scratch = await mkdtemp(join(tmpdir(), 'tidemark-examples-'));
  await until('a final candle', async () => (await candles()).some(({ final }) => final), 60_000);
}, 120_000);
afterAll(async () => {
  await platform.stop();
  await rm(scratch, { recursive: true, force: true });
});

/** Whether the machine has a tool; where it lacks, that is said, and with CI it is a failure. */
function has(tool: string, ...version: string[]): boolean {
  if (isThere(tool, version)) return true;
  if (process.env.CI === 'true') throw new Error(`${tool} is missing`);
  console.warn(`${tool} is missing: its example is not run.`);
  return false;
}

interface CloseOfCandle {
  close: number;
  final: boolean;
}

/** Bitcoin's last two. */
async function candles(): Promise<CloseOfCandle[]> {
  const answer = await fetch(`${platform.url}/api/market/candles/bitcoin?interval=1m&limit=2`);
  const { data } = (await answer.json()) as { data: { candles: CloseOfCandle[] } };
  return data.candles;
}

async function lastClose(): Promise<number> {
  return (await candles())[0]?.close ?? NaN;
}

/** The number that follows these words in what was printed. */
function figure(text: string, words: string): number {
  const [, found] = new RegExp(`^${words} (\\S+)`, 'm').exec(text) ?? [];
  return Number(found);
}

test.runIf(has('python3', '--version'))(
  'the Python example reads candles into a DataFrame, and prices from the stream',
  async () => {
    await run('python3', ['-m', 'venv', scratch], patience);
    const python = join(scratch, 'bin', 'python');
    const wanted = join(EXAMPLES, 'python', 'requirements.txt');
    await run(python, ['-m', 'pip', 'install', '--quiet', '-r', wanted], patience);
    const example = join(EXAMPLES, 'python', 'tidemark.py');
    const { stdout } = await run(python, [example, platform.url], patience);
    expect(figure(stdout, 'candles')).toBeGreaterThan(0);
    expect(figure(stdout, 'last close') / (await lastClose())).toBeCloseTo(1, 1);
    expect(figure(stdout, 'live bitcoin') / (await lastClose())).toBeCloseTo(1, 1);
  },
  600_000,
);

test.runIf(has('go', 'version'))(
  'the Go example reads candles with times and prices whole, and candles from the stream',
  async () => {
    const at = { cwd: join(EXAMPLES, 'go'), ...patience };
    await run('go', ['vet', '.'], at);
    const { stdout } = await run('go', ['run', '.', platform.url], at);
    expect(figure(stdout, 'candles')).toBeGreaterThan(0);
    const [, time, close] = /^live (\d+) (\S+)/m.exec(stdout) ?? [];
    expect(Math.abs(Number(time) - Date.now())).toBeLessThan(300_000);
    expect(Number(close) / (await lastClose())).toBeCloseTo(1, 1);
  },
  600_000,
);
