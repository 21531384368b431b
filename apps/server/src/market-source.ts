import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MarketKind } from '@tidemark/service/service-module';

/** Which market is read, and why, in words. */
export interface MarketSource {
  kind: MarketKind;
  reason: string;
}

export interface MarketSourceOptions {
  setting: 'auto' | 'live' | 'simulated';
  /** Folder in which earlier starts left data; null: the market is shared, and may not be guessed at by each. */
  dataDir: string | null;
  /** Venues by name, with the URL that answers when the venue can be reached. */
  pings: ReadonlyMap<string, string>;
  fetch?: typeof fetch;
}

/** How long a venue has to answer, ms: at a first start, and where a simulated market was shown before. */
const FIRST_PATIENCE = 3_000;
const LATER_PATIENCE = 1_000;

/**
 * `auto` goes on with live data where there is some; else it is live when a venue answers, simulated when none does.
 * Where several processes share the market it is live: two of them might find different answers.
 */
export async function chooseMarket(options: MarketSourceOptions): Promise<MarketSource> {
  const { setting, dataDir, pings } = options;
  if (setting !== 'auto') return { kind: setting, reason: `MARKET_SOURCE=${setting}` };
  if (dataDir === null) return { kind: 'live', reason: 'read by every process of the set' };
  if (await hasData(marketDir(dataDir, 'live'))) {
    return { kind: 'live', reason: 'going on with the live data kept before' };
  }
  const patience = (await hasData(marketDir(dataDir, 'simulated')))
    ? LATER_PATIENCE
    : FIRST_PATIENCE;
  const venue = await firstToAnswer(pings, options.fetch ?? fetch, patience);
  if (venue) return { kind: 'live', reason: `${venue} answered` };
  return { kind: 'simulated', reason: 'no exchange answered' };
}

/** Each market's data has its own folder: simulated prices are never mixed with live ones. */
export function marketDir(dataDir: string, kind: MarketKind): string {
  return join(dataDir, kind);
}

async function hasData(dir: string): Promise<boolean> {
  const entries = await readdir(dir).catch(() => []);
  return entries.length > 0;
}

async function firstToAnswer(
  pings: ReadonlyMap<string, string>,
  get: typeof fetch,
  patienceMs: number,
): Promise<string | null> {
  const timeout = AbortSignal.timeout(patienceMs);
  const answers = [...pings].map(async ([venue, url]) => {
    const response = await get(url, { signal: timeout });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`${venue} answered ${response.status}`);
    return venue;
  });
  return Promise.any(answers).catch(() => null);
}
