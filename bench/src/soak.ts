import { appendFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { until } from '@tidemark/testkit/until';
import { startServer, type ServerProcess } from './server-process.ts';
import { historyLoaded, startLoad, type SoakLoad } from './soak/load.ts';
import { byMinute } from './soak/minutes.ts';
import { CSV_HEAD, csvLine, takeSample, type Sample } from './soak/sample.ts';
import { tableHead, tableRow } from './soak/table.ts';
import { verdictOn } from './soak/verdict.ts';

const MINUTE = 60_000;
const SAMPLE_EVERY = 10_000;
const HISTORY_WITHIN = 15 * MINUTE;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    clients: { type: 'string', default: '20' },
    out: { type: 'string' },
    'heap-snapshots': { type: 'string' },
  },
});
const MINUTES = Number(values.minutes);
/** Until then V8 grows its spaces to what the load makes of them, and a rise of RSS says nothing. */
const WARM_UP = MINUTES / 2;

const print = (text: string) => process.stdout.write(text);

/** Samples until the time is over, printing a line for each minute that is complete. */
async function sampleAll(server: ServerProcess, load: SoakLoad): Promise<Sample[]> {
  const began = performance.now();
  const samples: Sample[] = [];
  for (let taken = 1; taken * SAMPLE_EVERY <= MINUTES * MINUTE; taken += 1) {
    await sleep(Math.max(0, began + taken * SAMPLE_EVERY - performance.now()));
    // Counted by samples, not by the clock: each minute has the same number of them.
    const minute = ((taken - 1) * SAMPLE_EVERY) / MINUTE;
    const sample = await takeSample(server.url, { minute, messages: load.messages() });
    samples.push(sample);
    if (values.out) appendFileSync(values.out, csvLine(sample));
    if (taken % (MINUTE / SAMPLE_EVERY) === 0) print(tableRow(byMinute(samples)));
    if (minute >= WARM_UP && minute - WARM_UP < SAMPLE_EVERY / MINUTE) snapshot(server);
  }
  return samples;
}

/** Asks the server for a heap snapshot: of use once it is known that memory rises. */
function snapshot(server: ServerProcess): void {
  if (values['heap-snapshots']) process.kill(server.pid, 'SIGUSR2');
}

/** The server answers again once it has written the snapshot. */
async function lastSnapshot(server: ServerProcess): Promise<void> {
  if (!values['heap-snapshots']) return;
  snapshot(server);
  await sleep(1000);
  await fetch(`${server.url}/healthz`);
}

function nodeArgs(): string[] {
  const dir = values['heap-snapshots'];
  return dir ? ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${dir}`] : [];
}

/** Prints what was found; true when all is well. */
function report(samples: readonly Sample[], load: SoakLoad): boolean {
  const { sent, failed } = load.requests();
  const measured = byMinute(samples).filter(({ minute }) => minute >= WARM_UP);
  const verdicts = (['heap', 'rss'] as const).map((name) => verdictOn(name, measured));
  print(`\n${sent} requests, ${failed} failed; ${load.lost()} connections lost\n`);
  print(`the last ${measured.length} minutes:\n`);
  for (const { words } of verdicts) print(`${words}\n`);
  return failed === 0 && load.lost() === 0 && !verdicts.some(({ rising }) => rising);
}

async function soak(server: ServerProcess): Promise<boolean> {
  await until('the history', () => historyLoaded(server.url), HISTORY_WITHIN);
  const load = await startLoad(server.url, Number(values.clients));
  print(`${MINUTES} minutes, ${values.clients} clients, server ${server.pid}\n${tableHead()}`);
  const samples = await sampleAll(server, load);
  await lastSnapshot(server);
  const well = report(samples, load);
  load.stop();
  return well;
}

if (values.out) writeFileSync(values.out, CSV_HEAD);
const server = await startServer({}, nodeArgs());
const died = server.ended.then((code) => {
  throw new Error(`the server ended with ${code}`);
});
const well = await Promise.race([soak(server), died]);
died.catch(() => undefined);
await server.stop();
process.exit(well ? 0 : 1);
