import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { startChild } from './child.ts';
import { beside } from './gateway/beside.ts';
import { cpuTime } from './gateway/cpu-time.ts';
import type { LoadFigures, LoadPlan } from './gateway/load.ts';
import { canPin, LOAD_CORE, pin } from './gateway/pin.ts';
import * as subjects from './gateway/subjects.ts';
import type { Subject } from './gateway/subjects.ts';

const { LIMITS_OFF, READ, startBare, startDistributed, startEmbedded } = subjects;

/** What the server is held to: share of the bare route's answers a second, answers a second, ms. */
const TARGET = { ratio: 0.5, rate: 10_000, p95: 100 };
const BODY_BEGINS = '{"success":true,"data":{"coin_id":"bitcoin"';
const WARM_UP_MS = 4_000;
/** Each account may ask 1,000 times a minute; so many of them are let to by no bench but one that is faster. */
const MOST_EXPECTED_RATE = 40_000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '2' },
    'cpu-prof': { type: 'string' },
    /** Another checkout, with its packages installed, to be measured beside this one. */
    beside: { type: 'string' },
    pairs: { type: 'string', default: '8' },
  },
});
const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
const accounts = Math.ceil((MOST_EXPECTED_RATE * rounds * (seconds + WARM_UP_MS / 1000)) / 1_000);
const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-plan-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

interface Figures extends LoadFigures {
  /** CPU time that an answer took in all processes that are measured, µs. */
  cpu: number;
}

/** The figures of one stretch of load. */
async function stretch(
  { origin, pids }: Subject,
  tokens: readonly string[],
  length: Pick<LoadPlan, 'seconds' | 'warmUpMs'> = { seconds, warmUpMs: WARM_UP_MS },
): Promise<Figures> {
  const plan: LoadPlan = {
    ...{ origin, tokens, path: READ, bodyBegins: BODY_BEGINS },
    ...{ connections: Number(values.connections), ...length },
  };
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const used = () => pids.reduce((sum, pid) => sum + cpuTime(pid), 0);
  const before = used();
  const child = await startChild('gateway/load.ts', file);
  const cpuS = used() - before;
  await child.stop();
  const figures = JSON.parse(child.said) as LoadFigures;
  return { ...figures, cpu: (cpuS / figures.allAnswers) * 1e6 };
}

/** The best of the rounds: what else the machine does can only slow one down. */
async function best(subject: Subject, tokens: readonly string[]): Promise<Figures> {
  const all: Figures[] = [];
  for (let i = 0; i < rounds; i += 1) all.push(await stretch(subject, tokens));
  return all.reduce((a, b) => (b.rate > a.rate ? b : a));
}

async function measured<T>(start: Promise<Subject>, work: (of: Subject) => Promise<T>): Promise<T> {
  const subject = await start;
  return work(subject).finally(subject.stop);
}

function row(name: string, figures: Figures, bare: Figures): string {
  const { rate, p50, p95, p99, cpu, answers, changes } = figures;
  const cells = [rate.toFixed(0), ...[p50, p95, p99].map((ms) => ms.toFixed(2)), cpu.toFixed(1)];
  const ratio = (rate / bare.rate).toFixed(2);
  return (
    name.padEnd(40) +
    [...cells, ratio].map((cell) => cell.padStart(9)).join('') +
    `   ${answers} answers, ${changes} prices\n`
  );
}

function head(): string {
  const columns = ['/s', 'p50 ms', 'p95 ms', 'p99 ms', 'cpu µs', 'ratio'];
  const cores = canPin ? 'server and load on a core each' : 'not pinned';
  return (
    `GET ${READ}, ${values.connections} connections, best of ${rounds} × ${seconds} s, ${cores}\n` +
    `${''.padEnd(40)}${columns.map((name) => name.padStart(9)).join('')}\n`
  );
}

/** The ratios of this checkout to another. */
async function besideAnother(checkout: string): Promise<void> {
  // Sessions are asked about every ten seconds: a shorter stretch has all of it or nothing.
  const short = { seconds: 11, warmUpMs: 500 };
  const pairs = Number(values.pairs);
  for (const [name, subject] of [
    [`${accounts} accounts, limits on`, { accounts }],
    ['nobody signed in, limits out of reach', { accounts: 1, env: LIMITS_OFF }],
  ] as const) {
    const options = { ours: subjects, checkout, subject, pairs };
    const { cpu, rate, middle, ours, theirs } = await beside(options, (of, tokens) =>
      stretch(of, tokens, short),
    );
    const spread = middle.map((one) => one.toFixed(2)).join(' to ');
    process.stdout.write(
      `${name.padEnd(40)}beside ${checkout}: CPU ${cpu.toFixed(3)} (middle half ${spread}), ` +
        `answers a second ${rate.toFixed(3)}; ${pairs} pairs, over 1 is better here; ` +
        `${absolute(ours)} here, ${absolute(theirs)} there\n`,
    );
  }
}

function absolute({ cpu, rate }: Pick<Figures, 'cpu' | 'rate'>): string {
  return `${cpu.toFixed(1)} µs and ${rate.toFixed(0)} a second`;
}

pin(process.pid, LOAD_CORE);
if (values.beside !== undefined) {
  await besideAnother(resolve(values.beside));
  process.exit(0);
}
const dir = values['cpu-prof'];
const nodeArgs = dir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${dir}`];
let bytes = '';
const signedIn = await measured(startEmbedded({ accounts, nodeArgs }), async (subject) => {
  bytes = await (await fetch(subject.origin + READ)).text();
  return best(subject, subject.tokens);
});
const bare = await measured(startBare(bytes), (subject) => best(subject, []));
const anonymous = await measured(startEmbedded({ accounts: 1, env: LIMITS_OFF }), (subject) =>
  best(subject, []),
);
process.stdout.write(
  head() +
    row('a bare Fastify route', bare, bare) +
    row(`${accounts} accounts, limits on`, signedIn, bare) +
    row('nobody signed in, limits out of reach', anonymous, bare),
);
const engines = givenEngines();
if (engines) {
  const apart = await measured(startDistributed(engines, { accounts }), (subject) =>
    best(subject, subject.tokens),
  );
  process.stdout.write(row('distributed, accounts, limits on', apart, bare));
}
const ratio = signedIn.rate / bare.rate;
const met = ratio >= TARGET.ratio && signedIn.rate > TARGET.rate && signedIn.p95 < TARGET.p95;
process.stdout.write(
  `accounts: ratio ${TARGET.ratio} or more, over ${TARGET.rate}/s, p95 under ${TARGET.p95} ms: ${met ? 'yes' : 'NO'}\n`,
);
process.exit(met ? 0 : 1);
