import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '@tidemark/testkit/distributed/engine-control';
import {
  CUTTABLE,
  CUTTABLE_ANALYTICS,
  CUTTABLE_GATEWAY,
  CUTTABLE_USERS,
  type LineName,
  type World,
} from './world.ts';

/** An orchestrator starts a process that ended again after about this long, ms. */
const RESTART_AFTER_MS = 3_000;
const OUTAGE_MS = 10_000;
/** Long enough for the other replica to take over, so that this one comes back to find its work done, ms. */
const TAKEN_OVER_MS = 40_000;

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
  ownerDies: names.some((name) => name.startsWith('market-data')),
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

/** A line between a process and an engine; Kafka's is one for all processes, with a branch for each service. */
interface Cable {
  words: string;
  line: LineName;
  branch?: string;
}

const cutOf = ({ words, line, branch }: Cable, way: 'cut' | 'stall', ms = OUTAGE_MS): Fault => ({
  name: `${words}, ${ms / 1000} s ${way === 'cut' ? 'reset and refused' : 'silent'}`,
  drops: [],
  ownerDies: line === 'kafka' && branch === 'market-data',
  inflict: async ({ lines }) => {
    await lines[line][way](branch);
    await sleep(ms);
    await lines[line].mend(branch);
  },
});

const pauseOf = (name: string, ms: number): Fault => ({
  name: `${name} stopped for ${ms / 1000} s (SIGSTOP)`,
  drops: [],
  ownerDies: name.startsWith('market-data'),
  inflict: async ({ set }) => {
    const pid = set.member(name).pid();
    if (pid === null) throw new Error(`${name} does not run`);
    process.kill(pid, 'SIGSTOP');
    await sleep(ms);
    process.kill(pid, 'SIGCONT');
  },
});

const POSTGRES: Cable = { words: `${CUTTABLE} from postgres`, line: 'postgres' };
const REDIS: Cable = { words: `${CUTTABLE} from redis`, line: 'redis' };
const KAFKA: Cable = { words: `${CUTTABLE} from kafka`, line: 'kafka', branch: 'market-data' };
const GATEWAY_REDIS: Cable = { words: `${CUTTABLE_GATEWAY} from redis`, line: 'gateway-redis' };
const GATEWAY_KAFKA: Cable = {
  words: `${CUTTABLE_GATEWAY} from kafka`,
  line: 'kafka',
  branch: 'gateway',
};

const USERS_POSTGRES: Cable = { words: `${CUTTABLE_USERS} from postgres`, line: 'users-postgres' };
const USERS_REDIS: Cable = { words: `${CUTTABLE_USERS} from redis`, line: 'users-redis' };
const ANALYTICS_POSTGRES: Cable = {
  words: `${CUTTABLE_ANALYTICS} from postgres`,
  line: 'analytics-postgres',
};
const ANALYTICS_REDIS: Cable = {
  words: `${CUTTABLE_ANALYTICS} from redis`,
  line: 'analytics-redis',
};
const ANALYTICS_KAFKA: Cable = {
  words: `${CUTTABLE_ANALYTICS} from kafka`,
  line: 'kafka',
  branch: 'analytics',
};

/** Every fault, in the order in which they are inflicted. */
export const FAULTS: readonly Fault[] = [
  killOf('gateway-a'),
  killOf('gateway-b'),
  killOf('market-data-a'),
  killOf('market-data-b'),
  killOf('market-data-a', 'market-data-b'),
  killOf('gateway-a', 'gateway-b'),
  killOf('users-a'),
  killOf('users-a', 'users-b'),
  killOf('analytics-a'),
  killOf('analytics-a', 'analytics-b'),
  engineKill('redis'),
  engineKill('postgres'),
  engineKill('kafka'),
  ...[
    ...[POSTGRES, REDIS, KAFKA, GATEWAY_REDIS, GATEWAY_KAFKA],
    ...[USERS_POSTGRES, USERS_REDIS, ANALYTICS_POSTGRES, ANALYTICS_REDIS, ANALYTICS_KAFKA],
  ].flatMap((cable) => [cutOf(cable, 'cut'), cutOf(cable, 'stall')]),
  cutOf(POSTGRES, 'stall', TAKEN_OVER_MS),
  cutOf(KAFKA, 'stall', TAKEN_OVER_MS),
  pauseOf('market-data-a', TAKEN_OVER_MS),
  pauseOf('gateway-a', OUTAGE_MS),
  pauseOf('users-a', OUTAGE_MS),
  pauseOf('analytics-a', TAKEN_OVER_MS),
];
