import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../../../..', import.meta.url));
const FUZZ = join(ROOT, 'tests', 'fuzz');
const VENV = join(ROOT, 'node_modules', '.cache', 'schemathesis');
const PROGRAM = join(VENV, 'bin', 'schemathesis');
const INSTALL_MS = 180_000;

/** Makes a Python environment with the pinned Schemathesis, once. Answers why it cannot, or null. */
export async function ensureSchemathesis(): Promise<string | null> {
  if (existsSync(PROGRAM)) return null;
  try {
    await run('python3', ['-m', 'venv', VENV], { timeout: INSTALL_MS });
    const pip = ['-m', 'pip', 'install', '-q', '-r', join(FUZZ, 'requirements.txt')];
    await run(join(VENV, 'bin', 'python'), pip, { timeout: INSTALL_MS });
    return null;
  } catch (error) {
    return `Schemathesis cannot be installed: ${String(error).split('\n', 1)[0] ?? ''}`;
  }
}

/** A check of Schemathesis that a request of its failed. */
export interface Finding {
  check: string;
  /** Method and path of the description, such as `GET /api/market/price/{coin_id}`. */
  operation: string;
  /** As it was sent. */
  uri: string;
  status: number;
  /** What the answer says, or what the check does where it is no error envelope. */
  message: string;
}

/** Every request that was sent, and what was found of them. */
export interface FuzzRun {
  requests: number;
  /** By status. */
  statuses: ReadonlyMap<number, number>;
  findings: Finding[];
}

export interface FuzzOptions {
  /** Of the instance, which runs. */
  url: string;
  /** In whose name it is asked. */
  token: string;
  /** The most cases that are made up for an operation, and for a scenario of several. */
  examples: number;
  /** Where the report is written. */
  folder: string;
}

/** Sends made-up requests to a running instance, in somebody's name. */
export async function fuzz({ url, token, examples, folder }: FuzzOptions): Promise<FuzzRun> {
  const report = join(folder, 'fuzz.ndjson');
  const args = [
    ...['--config-file', join(FUZZ, 'schemathesis.toml'), 'run', `${url}/api/openapi.json`],
    ...['--max-examples', String(examples), '--checks', 'all'],
    ...['-H', `Authorization: Bearer ${token}`, '--no-color'],
    ...['--report', 'ndjson', '--report-ndjson-path', report],
  ];
  // It ends with 1 where it found something; the report says what.
  const ended = await run(PROGRAM, args, { cwd: folder, maxBuffer: 2 ** 28 }).catch(
    (error: unknown) => error as { code?: number; stdout: string; stderr: string },
  );
  if ('code' in ended && ended.code !== 1)
    throw new Error(`${ended.stdout.slice(-2_000)}${ended.stderr}`);
  return readReport(await readFile(report, 'utf8'));
}

interface Scenario {
  /** A scenario that sent nothing has none of them. */
  recorder: {
    cases?: Record<string, { value: { method: string; path: string } }>;
    checks?: Record<string, { name: string; status: string; failure_info?: Failure }[]>;
    interactions?: Record<string, Interaction>;
  };
}
interface Failure {
  failure: { title: string; message: string };
}
interface Interaction {
  request: { uri: string };
  response: { status_code: number; content: { $base64: string } | null } | null;
}

function readReport(text: string): FuzzRun {
  const findings: Finding[] = [];
  const statuses = new Map<number, number>();
  let requests = 0;
  for (const line of text.split('\n')) {
    const { ScenarioFinished: scenario } = JSON.parse(line || '{}') as {
      ScenarioFinished?: Scenario;
    };
    if (!scenario) continue;
    const { cases = {}, checks = {}, interactions = {} } = scenario.recorder;
    for (const { response } of Object.values(interactions)) {
      requests += 1;
      const status = response?.status_code ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    for (const [id, results] of Object.entries(checks)) {
      const { method = '?', path = '?' } = cases[id]?.value ?? {};
      for (const { name, status, failure_info: failed } of results) {
        if (status !== 'failure') continue;
        const sent = interactions[id];
        findings.push({
          check: name,
          operation: `${method} ${path}`,
          uri: sent?.request.uri ?? '?',
          status: sent?.response?.status_code ?? 0,
          message: wordsOf(sent) ?? `${failed?.failure.title}: ${failed?.failure.message}`,
        });
      }
    }
  }
  return { requests, statuses, findings };
}

function wordsOf(sent: Interaction | undefined): string | undefined {
  const { $base64 = '' } = sent?.response?.content ?? {};
  try {
    const body = JSON.parse(Buffer.from($base64, 'base64').toString()) as {
      error?: { message: string };
    };
    return body.error?.message;
  } catch {
    return undefined;
  }
}
