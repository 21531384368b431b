import { afterAll, describe, expect, test } from 'vitest';
import { FULL_DISK, fullDisk } from './full-disk.ts';
import type { TopologyName } from './platform.ts';
import { smallDisk } from './small-disk.ts';
import { startStage, type Stage } from './stage.ts';
import { holds, report, rowOf } from './table.ts';
import { PACE, trial, type Outcome } from './trial.ts';
import { WORLDS, type World } from './worlds.ts';

const MINUTE = 60_000;
const only = new RegExp(process.env['DEGRADED_ONLY'] ?? '');
const chosen = WORLDS.filter(({ name }) => only.test(name));

/** A cluster, what the start asks for, and some minutes. */
const DISK_MB = 300;

/** Every world, on one topology. */
export function describeWorlds(topology: TopologyName): void {
  describe(`degraded worlds, ${topology}`, () => {
    const outcomes: Outcome[] = [];
    let shared: Stage | null = null;

    afterAll(async () => {
      report(`degraded-${topology}`, outcomes);
      await shared?.stop();
    });

    test.for(chosen)('$name', async (world) => {
      const outcome = world.at === 'start' ? await atStart(topology, world) : await inMiddle(world);
      expectToHold(outcome);
    });

    test.runIf(only.test(FULL_DISK))(FULL_DISK, async (context) => {
      const disk = await smallDisk(DISK_MB);
      if (!disk) {
        context.skip('this user may not mount a file system');
        return;
      }
      // The engines have room for one platform at a time.
      await shared?.stop();
      shared = null;
      let stage: Stage | null = null;
      try {
        stage = await running(topology, disk.path);
        expectToHold(await fullDisk(stage, disk));
      } finally {
        await stage?.stop();
        await disk.remove();
      }
    });

    function expectToHold(outcome: Outcome): void {
      outcomes.push(outcome);
      process.stdout.write(`${rowOf(outcome).join(' | ')}\n`);
      const { broken, complaints, rightAfter, wrong } = outcome;
      for (const words of [...broken, ...complaints.slice(0, 5), ...wrong.slice(0, 5)])
        process.stdout.write(`  ${words}\n`);
      expect({ broken, complaints, wrong: wrong.slice(0, 20) }).toEqual({
        ...{ broken: [], complaints: [], wrong: [] },
      });
      expect(rightAfter).not.toBeNull();
    }

    async function inMiddle(world: World): Promise<Outcome> {
      shared ??= await running(topology);
      const stage = shared;
      const since = stage.clock.now();
      world.befall(stage);
      const outcome = await trial(stage, world, since);
      // What one world has spoilt is not laid at the next one's door.
      if (!holds(outcome)) {
        shared = null;
        await stage.stop();
      }
      return outcome;
    }
  });
}

async function atStart(topology: TopologyName, world: World): Promise<Outcome> {
  const stage = await startStage(topology, {
    pace: PACE.watched,
    coins: ['bitcoin'],
    history: true,
    before: (parts) => world.befall(parts),
  });
  try {
    return await trial(stage, world, stage.clock.now());
  } finally {
    await stage.stop();
  }
}

/** A platform in a world where all is well, with a few minutes behind it. */
async function running(topology: TopologyName, disk?: string): Promise<Stage> {
  const stage = await startStage(topology, {
    pace: PACE.waited,
    coins: ['bitcoin', 'ethereum', 'pepe'],
    history: false,
    ...(disk && { disk }),
  });
  await stage.clock.sleep(5 * MINUTE);
  stage.hurry(PACE.watched);
  return stage;
}
