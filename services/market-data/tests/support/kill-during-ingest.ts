import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { startMarketRig, universeOf } from '@tidemark/testkit/market-rig';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import { expect } from 'vitest';
import { CandleStore } from '../../src/store/candle-store.ts';
import { compareWithTape, finalThrough } from './compare-with-tape.ts';
import type { MarketProcessOptions } from './market-process.ts';

const COINS = ['bitcoin', 'ethereum', 'pepe'];
const PROCESS = fileURLToPath(new URL('./market-process.ts', import.meta.url));

export interface Kills {
  kills: number;
  /** How many times as fast as the wall clock the market runs. What runs beside other tests is to be gentle. */
  speed: number;
  /** The shortest of the lives, ms of the market; each has up to 40 s more. */
  lifeMs: number;
}

/**
 * Kills market-data (SIGKILL) again and again while it takes trades in, and holds what is stored in the end to the
 * simulator's tape.
 */
export async function killDuringIngest({ kills, speed, lifeMs }: Kills): Promise<void> {
  const anchor = Date.now();
  const clock = scaledClock(speed, anchor);
  const dataDir = await mkdtemp(join(tmpdir(), 'tidemark-kill-'));
  const sim = await startExchangeSim({ clock, seed: 11, limits: false });
  const universe = universeOf(...COINS);
  try {
    const options = { urls: sim.urls, dataDir, coins: COINS, speed, anchor };
    let begin = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const child = await up(options);
      if (kill === 0) begin = clock.now();
      // Not a wait for a condition: the moment of death is meant to be any.
      await clock.sleep(lifeMs + ((kill * 7_919) % 40_000));
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const rig = await startMarketRig({ urls: sim.urls, dataDir, universe, clock });
    const end = clock.now();
    const minutes = Math.floor((end - begin) / 60_000) - 1;
    await finalThrough(rig.candles, universe, end);
    await rig.stop();
    const database = await openPgliteDatabase(dataDir);
    const span = { universe, begin, end };
    const compared = await compareWithTape(new CandleStore(database), sim.tape, span);
    await database.close();
    expect(minutes).toBeGreaterThan(0);
    expect(compared).toBeGreaterThanOrEqual(universe.listings.length * minutes);
  } finally {
    await sim.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function up(options: MarketProcessOptions): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROCESS, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
