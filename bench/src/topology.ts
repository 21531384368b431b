import { parseArgs } from 'node:util';
import { ENGINES_MISSING, givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { until } from '@tidemark/testkit/until';
import { startChild } from './child.ts';
import { measure, type Latencies, type Load } from './latency/measure.ts';
import { priceTime } from './latency/price-time.ts';
import { percentile } from './percentile.ts';
import { startDistributed, startEmbedded, type Running } from './topology/subjects.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    clients: { type: 'string', default: '50' },
    connections: { type: 'string', default: '32' },
  },
});
const load: Load = { clients: Number(values.clients), warmUp: 5, seconds: Number(values.seconds) };
const READ = '/api/market/price/bitcoin';

interface Figures extends Latencies {
  /** Answers a second. */
  reads: number;
}

/** Reads of a cached price first, then the latency of the stream, on one start. */
async function figuresOf(start: (venuePort: number) => Promise<Running>): Promise<Figures> {
  let reads = NaN;
  const latencies = await measure(
    {
      start: async (venuePort) => {
        const running = await start(Number(venuePort));
        try {
          reads = await readsOf(running.url);
        } catch (error) {
          await running.stop();
          throw error;
        }
        return { url: `${running.url.replace('http', 'ws')}/ws/prices`, stop: running.stop };
      },
      tradeTime: priceTime,
    },
    load,
  );
  return { ...latencies, reads };
}

async function readsOf(url: string): Promise<number> {
  await until('the first price', async () => (await fetch(url + READ)).ok);
  const readers = await startChild(
    'topology/readers.ts',
    url + READ,
    values.connections,
    values.seconds,
  );
  await readers.stop();
  return Number(readers.said);
}

function line(name: string, figure: (figures: Figures) => number, digits: number): string {
  const [a, b] = [figure(embedded), figure(distributed)];
  const cells = [a.toFixed(digits), b.toFixed(digits), a > 0 ? (b / a).toFixed(2) : '–'];
  return `${name.padEnd(34)}${cells.map((cell) => cell.padStart(14)).join('')}\n`;
}

const engines = givenEngines();
if (!engines) {
  process.stderr.write(`${ENGINES_MISSING}\n`);
  process.exit(1);
}
const embedded = await figuresOf(startEmbedded);
const distributed = await figuresOf((venuePort) => startDistributed(engines, venuePort));
const quantile = (p: number) => (figures: Figures) => percentile(figures.ms, p);
process.stdout.write(
  `${' '.repeat(34)}${['embedded', 'distributed', 'ratio'].map((name) => name.padStart(14)).join('')}\n` +
    line(`GET ${READ}, /s`, ({ reads }) => reads, 0) +
    line('frame → WebSocket message, p50 ms', quantile(0.5), 2) +
    line('p95 ms', quantile(0.95), 2) +
    line('p99 ms', quantile(0.99), 2) +
    line('max ms', quantile(1), 2) +
    line('messages missing', ({ missing }) => missing, 0) +
    `${values.connections} connections read for ${load.seconds} s; then ${load.clients} WebSocket clients for ${load.seconds} s\n`,
);
process.exit(0);
