import { setTimeout as sleep } from 'node:timers/promises';
import { startBalancedLoad, type LoadReport } from './balanced-load.ts';
import type { DistributedSet } from './distributed-set.ts';
import type { Ending } from './logged-process.ts';

/** What readers ask for most, beside one answer that takes the store a while. */
const PATHS = [
  '/api/market/prices',
  '/api/market/price/bitcoin',
  '/api/market/candles/bitcoin?interval=1m&limit=500',
  '/api/market/price/ethereum',
  '/api/market/movers?window=24h',
  '/api/market/candles/solana?interval=5m',
];
/** Load before the first and after the last process is restarted. */
const MARGIN_MS = 2_000;

export interface RestartReport {
  /** From the first SIGTERM until the last process was ready. */
  ms: number;
  endings: Ending[];
  load: LoadReport;
}

/** SIGTERM for every process in turn, each started again and ready before the next, under load at all gateways. */
export async function rollingRestart(
  set: DistributedSet,
  { concurrency = 8 }: { concurrency?: number } = {},
): Promise<RestartReport> {
  const urls = set.gateways.map((gateway) => gateway.url);
  const load = startBalancedLoad({ urls, paths: PATHS, concurrency });
  const endings: Ending[] = [];
  try {
    await sleep(MARGIN_MS);
    const from = performance.now();
    for (const member of set.members) {
      endings.push(await member.stop());
      await member.start();
    }
    const ms = performance.now() - from;
    await sleep(MARGIN_MS);
    return { ms, endings, load: await load.stop() };
  } finally {
    await load.stop();
  }
}
