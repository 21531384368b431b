import type { SmallDisk } from './small-disk.ts';
import type { Said } from './said.ts';
import type { Stage } from './stage.ts';
import { trial, untilRight, type Outcome } from './trial.ts';
import type { World } from './worlds.ts';

const MINUTE = 60_000;
const LASTS = 10 * MINUTE;
export const FULL_DISK = 'a disk that fills, 10 min';

/** What nobody says any more. */
const ENDED: Said = {
  ...{ prices: {}, farOff: [], candlesBehind: null, lacking: [], analyticsBehind: null },
  ...{ analyticsStale: true, feeds: null, page: '' },
};

/**
 * Fills the disk that the data is on, and frees it after a while. PostgreSQL outlives that, and so does what stores there;
 * embedded the process ends, and is started again when there is room.
 */
export async function fullDisk(stage: Stage, disk: SmallDisk): Promise<Outcome> {
  const { clock } = stage;
  const since = clock.now();
  await disk.fill();
  if (stage.topology === 'distributed') return trial(stage, storing(disk), since);
  const error = await Promise.race([stage.failed(), clock.sleep(LASTS).then(() => null)]);
  await disk.free();
  await stage.restart();
  const line = error?.message ?? '';
  const mended = clock.now();
  const from = Math.floor(since / MINUTE) * MINUTE - 2 * MINUTE;
  return {
    world: FULL_DISK,
    said: { ...ENDED, page: `the process has ended: ${line.replace(disk.path, '…')}` },
    broken: /^The disk of the data folder .* is full\.$/.test(line) ? [] : [`it says “${line}”`],
    ...(await untilRight(stage, { from, mended, loss: null })),
  };
}

function storing(disk: SmallDisk): World {
  return {
    ...{ name: FULL_DISK, at: 'middle', lastsMs: LASTS },
    befall: () => undefined,
    mend: () => disk.free(),
    // What is told need not be stored; what is closed must.
    expects: { prices: ['live'], behindMs: null },
  };
}
