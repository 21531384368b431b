import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '@tidemark/testkit/distributed/engine-control';
import { CUTTABLE, type LineName, type World } from './world.ts';

/** An orchestrator starts a process that ended again after about this long, ms. */
const RESTART_AFTER_MS = 3_000;
const OUTAGE_MS = 10_000;

/** Something that goes wrong and, after a while, is no longer wrong. */
export interface Fault {
  name: string;
  /** Resolves when it is over: what was killed was started again, what was cut is whole. */
  inflict(world: World): Promise<void>;
  /** Gateways whose clients lose their connections by it. */
  drops: readonly string[];
  /** Whether who reads trades from the bus stops reading at its beginning. */
  ownerDies: boolean;
}

const killOf = (...names: string[]): Fault => ({
  name: `kill -9 of ${names.join(' and ')}`,
  drops: names.filter((name) => name.startsWith('gateway')),
  ownerDies: true,
  inflict: async ({ set }) => {
    const members = names.map((name) => set.member(name));
    await Promise.all(members.map((member) => member.kill()));
    await sleep(RESTART_AFTER_MS);
    for (const member of members) member.launch();
  },
});

const engineKill = (engine: Engine): Fault => ({
  name: `kill -9 of ${engine}`,
  drops: [],
  ownerDies: engine === 'kafka',
  inflict: async ({ engines }) => {
    await engines.kill(engine);
    await sleep(OUTAGE_MS);
    await engines.start(engine);
  },
});

const cutOf = (line: LineName, words: string, way: 'cut' | 'stall'): Fault => ({
  name: `${words}: ${way === 'cut' ? 'reset and refused' : 'silent'}`,
  drops: [],
  ownerDies: line === 'kafka',
  inflict: async ({ lines }) => {
    await lines[line][way]();
    await sleep(OUTAGE_MS);
    await lines[line].mend();
  },
});

const cuts = (line: LineName, words: string) =>
  (['cut', 'stall'] as const).map((way) => cutOf(line, words, way));

/** Every fault, in the order in which they are inflicted. */
export const FAULTS: readonly Fault[] = [
  killOf('gateway-a'),
  killOf('gateway-b'),
  killOf('market-data-a'),
  killOf('market-data-b'),
  killOf('market-data-a', 'market-data-b'),
  killOf('gateway-a', 'gateway-b'),
  engineKill('redis'),
  engineKill('postgres'),
  engineKill('kafka'),
  ...cuts('postgres', `${CUTTABLE} from postgres`),
  ...cuts('redis', `${CUTTABLE} from redis`),
  ...cuts('kafka', `${CUTTABLE} from kafka`),
  ...cuts('gateway-redis', 'gateway-a from redis'),
];
