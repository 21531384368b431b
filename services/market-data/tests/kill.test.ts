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
import { expect, it } from 'vitest';
import { CandleStore } from '../src/store/candle-store.ts';
import { compareWithTape, finalThrough } from './support/compare-with-tape.ts';
import type { MarketProcessOptions } from './support/market-process.ts';

const KILLS = 10;
const SPEED = 20;
const COINS = ['bitcoin', 'ethereum', 'pepe'];
const PROCESS = fileURLToPath(new URL('./support/market-process.ts', import.meta.url));

it(`kill -9 during ingest, ${KILLS} times: no closed candle is missing or wrong`, async () => {
  const anchor = Date.now();
  const clock = scaledClock(SPEED, anchor);
  const dataDir = await mkdtemp(join(tmpdir(), 'tidemark-kill-'));
  const sim = await startExchangeSim({ clock, seed: 11, limits: false });
  const universe = universeOf(...COINS);
  try {
    const options = { urls: sim.urls, dataDir, coins: COINS, speed: SPEED, anchor };
    let begin = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = await up(options);
      if (kill === 0) begin = clock.now();
      // Not a wait for a condition: the moment of death is meant to be any.
      await clock.sleep(10_000 + ((kill * 7_919) % 40_000));
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const rig = await startMarketRig({ urls: sim.urls, dataDir, universe, clock });
    const end = clock.now();
    await finalThrough(rig.candles, universe, end);
    await rig.stop();
    const database = await openPgliteDatabase(dataDir);
    const span = { universe, begin, end };
    const compared = await compareWithTape(new CandleStore(database), sim.tape, span);
    await database.close();
    expect(compared).toBeGreaterThan(universe.listings.length * KILLS);
  } finally {
    await sim.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}, 120_000);

async function up(options: MarketProcessOptions): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROCESS, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
