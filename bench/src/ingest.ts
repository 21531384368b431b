import { parseArgs } from 'node:util';
import { startMarketRig } from '@tidemark/testkit/market-rig';
import { until } from '@tidemark/testkit/until';
import { WebSocket } from 'ws';
import { startChild, type Child } from './child.ts';

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
  },
});
const FRAMES = Number(values.frames);

/** Trades a second of a loop that receives the frames and parses their JSON, and does nothing more. */
async function bareLoop(source: Child): Promise<number> {
  const ws = new WebSocket(`ws://127.0.0.1:${source.said}/stream`, { perMessageDeflate: false });
  await new Promise((resolve) => ws.once('open', resolve));
  let count = 0;
  let began = 0;
  const done = new Promise<void>((resolve) => {
    ws.on('message', (data: Buffer) => {
      began ||= performance.now();
      const frame = JSON.parse(data.toString()) as { data: { a: number } };
      if (frame.data.a > 0) count += 1;
      if (count === FRAMES) resolve();
    });
  });
  ws.send('{"method":"SUBSCRIBE","params":[],"id":1}');
  await done;
  const rate = (FRAMES / (performance.now() - began)) * 1000;
  ws.terminate();
  return rate;
}

/** Trades a second through the whole of market-data, from the first frame until the last trade is in the database. */
async function pipeline(source: Child): Promise<number> {
  const http = `http://127.0.0.1:${source.said}`;
  const ws = `ws://127.0.0.1:${source.said}`;
  const rig = await startMarketRig({
    urls: { binanceWs: ws, binanceRest: http, coinbaseWs: ws, coinbaseRest: http },
  });
  const binance = () => rig.market.feeds().feeds.find((feed) => feed.exchange === 'binance');
  await until('the first frame', () => (binance()?.trades ?? 0) > 0);
  const began = performance.now();
  await until('every trade in the store', async () => (await stored(rig)) === FRAMES, 300_000);
  const rate = (FRAMES / (performance.now() - began)) * 1000;
  await rig.stop();
  return rate;
}

async function stored(rig: Awaited<ReturnType<typeof startMarketRig>>): Promise<number> {
  const listings = rig.universe.listings.filter((listing) => listing.exchange === 'binance');
  if ((rig.market.feeds().feeds[0]?.trades ?? 0) < FRAMES) return 0;
  let total = 0;
  for (const listing of listings.slice(0, 10)) {
    const bars = await rig.candles.bars(listing, '1m', { from: 0, to: 4e12, limit: 100 });
    total += bars.reduce((sum, bar) => sum + (bar.trades ?? 0), 0);
  }
  return total;
}

async function round(measure: (source: Child) => Promise<number>): Promise<number> {
  const source = await startChild('frame-source.ts', String(FRAMES));
  try {
    return await measure(source);
  } finally {
    await source.stop();
  }
}

const best = (rates: number[]) => Math.round(Math.max(...rates));
const bare: number[] = [];
const full: number[] = [];
for (let i = 0; i < Number(values.rounds); i += 1) {
  bare.push(await round(bareLoop));
  full.push(await round(pipeline));
}
process.stdout.write(
  `bare loop (receive + JSON.parse)   ${best(bare).toLocaleString('en')} trades/s\n` +
    `market-data (parse → … → store)    ${best(full).toLocaleString('en')} trades/s\n` +
    `ratio                              ${(best(full) / best(bare)).toFixed(3)}   (best of ${values.rounds}, ${FRAMES} trades each)\n`,
);
process.exit(0);
