import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startDistributedPlatform } from './distributed-platform.ts';
import { startPlatform } from './platform.ts';

const PAGE = fileURLToPath(new URL('../../../apps/web/out/dashboard/index.html', import.meta.url));
const HISTORY_LIMIT_MS = 240_000;
/** What the journeys look at: coin, interval, and how many candles there are to be. */
const NEEDED = [
  ['bitcoin', '1m', 200],
  ['bitcoin', '15m', 100],
  ['bitcoin', '1h', 150],
  ['bitcoin', '4h', 100],
  ['ethereum', '15m', 100],
] as const;

async function candleCount(url: string, coin: string, interval: string): Promise<number> {
  const path = `/api/market/candles/${coin}?interval=${interval}&limit=300`;
  const answer = await fetch(url + path);
  if (!answer.ok) return 0;
  const { data } = (await answer.json()) as { data: { candles: unknown[] } };
  return data.candles.length;
}

/** A first start loads its history newest first; the journeys need not wait for all of it. */
async function untilHistory(url: string): Promise<void> {
  const limit = Date.now() + HISTORY_LIMIT_MS;
  for (const [coin, interval, count] of NEEDED) {
    while ((await candleCount(url, coin, interval)) < count) {
      if (Date.now() > limit) throw new Error(`No history of ${coin} at ${interval} in time.`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** `embedded` (default) or `distributed`, by TIDEMARK_TOPOLOGY. */
function chosenStart() {
  const topology = process.env.TIDEMARK_TOPOLOGY ?? 'embedded';
  if (topology === 'embedded') return startPlatform;
  if (topology === 'distributed') return startDistributedPlatform;
  throw new Error(`TIDEMARK_TOPOLOGY is embedded or distributed, not ${topology}.`);
}

/** One running product for all journeys; its addresses are in TIDEMARK_E2E_URLS. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!existsSync(PAGE)) {
    throw new Error('The web app is not built: npm run build -w @tidemark/web');
  }
  const platform = await chosenStart()();
  process.env.TIDEMARK_E2E_URLS = platform.urls.join(',');
  try {
    for (const url of platform.urls) await untilHistory(url);
  } catch (error) {
    await platform.stop();
    throw error;
  }
  return platform.stop;
}
