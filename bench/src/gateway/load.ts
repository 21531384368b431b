import { readFileSync } from 'node:fs';
import { percentile } from '../percentile.ts';
import { openReader } from './reader.ts';

/** What `load.ts` is told, in a file of JSON: the tokens of a thousand accounts are no arguments. */
export interface LoadPlan {
  origin: string;
  path: string;
  /** What every body begins with. */
  bodyBegins: string;
  /** Access tokens that requests take turns in; none: anonymous. */
  tokens: readonly string[];
  connections: number;
  warmUpMs: number;
  seconds: number;
}

/** What it prints. */
export interface LoadFigures {
  /** Answers a second. */
  rate: number;
  /** Latency of an answer, ms. */
  p50: number;
  p95: number;
  p99: number;
  max: number;
  answers: number;
  /** With those of the warm-up. */
  allAnswers: number;
  /** Payloads that differed from the one before, `meta` left out. */
  changes: number;
}

/**
 * Sends requests over connections that are kept, each its next one when the last was answered. Sockets alone, no HTTP
 * client: what is measured must not wait for what measures. One answer that is not as it should be ends it.
 */
async function load(plan: LoadPlan): Promise<LoadFigures> {
  const latencies: number[] = [];
  let measuring = false;
  let changes = 0;
  let last = '';
  let [turn, allAnswers] = [0, 0];
  const requests = requestsOf(plan);
  const readers = Array.from({ length: plan.connections }, () =>
    openReader(plan.origin, {
      next: () => requests[turn++ % requests.length] ?? '',
      answered: (body, ms) => {
        const payload = payloadOf(body, plan.bodyBegins);
        if (payload !== last) changes += 1;
        last = payload;
        allAnswers += 1;
        if (measuring) latencies.push(ms);
      },
    }),
  );
  await sleep(plan.warmUpMs);
  [measuring, changes] = [true, 0];
  const from = performance.now();
  await sleep(plan.seconds * 1000);
  const rate = latencies.length / ((performance.now() - from) / 1000);
  for (const close of readers) close();
  return { rate, ...quantiles(latencies), answers: latencies.length, allAnswers, changes };
}

function requestsOf({ origin, path, tokens }: LoadPlan): string[] {
  const begin = `GET ${path} HTTP/1.1\r\nhost: ${new URL(origin).host}\r\n`;
  if (tokens.length === 0) return [`${begin}\r\n`];
  return tokens.map((token) => `${begin}authorization: Bearer ${token}\r\n\r\n`);
}

/** The payload of an answer, which is the same for everybody. */
function payloadOf(body: string, begins: string): string {
  const meta = body.lastIndexOf(',"meta":{');
  if (meta === -1 || !body.startsWith(begins)) throw new Error(`not the answer: ${body}`);
  return body.slice(0, meta);
}

function quantiles(latencies: number[]) {
  const ascending = Float64Array.from(latencies).sort();
  const [p50, p95, p99, max] = [0.5, 0.95, 0.99, 1].map((p) => percentile(ascending, p));
  return { p50, p95, p99, max } as Pick<LoadFigures, 'p50' | 'p95' | 'p99' | 'max'>;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const [file = ''] = process.argv.slice(2);
const figures = await load(JSON.parse(readFileSync(file, 'utf8')) as LoadPlan);
process.stdout.write(`${JSON.stringify(figures)}\n`);
process.exit(0);
