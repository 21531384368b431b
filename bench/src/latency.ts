import { parseArgs } from 'node:util';
import { startChild } from './child.ts';
import { measure, type Latencies, type Load, type Subject } from './latency/measure.ts';
import { priceTime } from './latency/price-time.ts';
import { percentile } from './percentile.ts';
import { startServer } from './server-process.ts';

/** What the server is held to, ms. */
const P95_TARGET = 50;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    clients: { type: 'string', default: '100' },
    'cpu-prof': { type: 'string' },
  },
});
const load: Load = { clients: Number(values.clients), warmUp: 5, seconds: Number(values.seconds) };

const relay: Subject = {
  start: async (venuePort) => {
    const child = await startChild('latency/relay.ts', venuePort);
    return { url: `ws://127.0.0.1:${child.said}`, stop: child.stop };
  },
  tradeTime: (message) => (message as { data: { T: number } }).data.T,
};

const tidemark: Subject = {
  start: async (venuePort) => {
    const ws = `ws://127.0.0.1:${venuePort}`;
    const http = `http://127.0.0.1:${venuePort}`;
    const dir = values['cpu-prof'];
    const server = await startServer(
      {
        BINANCE_WS_URL: ws,
        BINANCE_REST_URL: http,
        COINBASE_WS_URL: ws,
        COINBASE_REST_URL: http,
        ECB_RATES_URL: 'off',
        HISTORY_BACKFILL: 'false',
      },
      dir ? ['--cpu-prof', `--cpu-prof-dir=${dir}`] : [],
    );
    return { url: `${server.url.replace('http', 'ws')}/ws/prices`, stop: server.stop };
  },
  tradeTime: priceTime,
};

function row(name: string, { ms, trades, missing }: Latencies): string {
  const figures = [0.5, 0.95, 0.99, 1].map((p) => percentile(ms, p).toFixed(2).padStart(9));
  return `${name.padEnd(26)}${figures.join('')}   ${trades} trades, ${missing} of ${ms.length + missing} messages missing\n`;
}

const bare = await measure(relay, load);
const full = await measure(tidemark, load);
const [bareP95, p95] = [bare, full].map(({ ms }) => percentile(ms, 0.95)) as [number, number];
const met = p95 < P95_TARGET;
process.stdout.write(
  `venue frame → WebSocket message, ${load.clients} clients, ${load.seconds} s (ms)\n` +
    `${''.padEnd(26)}${['p50', 'p95', 'p99', 'max'].map((name) => name.padStart(9)).join('')}\n` +
    row('bare relay', bare) +
    row('Tidemark', full) +
    `${'ratio of p95'.padEnd(35)}${(p95 / bareP95).toFixed(2).padStart(9)}\n` +
    `p95 under ${P95_TARGET} ms: ${met ? 'yes' : `NO (the bare relay alone: ${bareP95.toFixed(1)} ms)`}\n`,
);
process.exit(met ? 0 : 1);
