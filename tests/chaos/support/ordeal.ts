import { until } from '@tidemark/testkit/until';
import { auditWithin, isFinalThrough, type Audit } from '@tidemark/testkit/candle-audit';
import { Account } from './accounts.ts';
import type { Fault } from './faults.ts';
import { differingFigures } from './figures.ts';
import { wrongLastPrices, type WrongPrice } from './last-prices.ts';
import { Replays } from './replays.ts';
import type { LoadCounts } from './steady-load.ts';
import { VitalSigns, type Sign } from './vital-signs.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const RECOVERED_WITHIN_MS = 120_000;
const FINAL_WITHIN_MS = 120_000;
/** Bars longer than a minute follow the minute that closes them. */
const AUDIT_WITHIN_MS = 20_000;

/** What became of the set when a fault was inflicted on it. */
export interface Outcome {
  fault: string;
  /** How long what was killed or cut stayed so, ms. */
  lasted: number;
  /** From the fault's beginning until each sign was good for good, ms; 0: it was never bad. */
  bad: Record<Sign, number>;
  replayed: number;
  audit: Audit;
  wrongPrices: WrongPrice[];
  /** Sessions that did not outlive it, and figures of analytics that are not those of the candles; in words. */
  lostSessions: string[];
  wrongFigures: string[];
  /** Connections that were lost at gateways that the fault did not touch. */
  dropped: number;
  load: LoadCounts;
}

/** Inflicts the fault, waits until all is well without help, and compares everything since `begin` with the truth. */
export async function ordeal(world: World, fault: Fault, begin: number): Promise<Outcome> {
  const { set, store, truth, load } = world;
  await world.refillClients();
  const account = await Account.register(set.gateways);
  const signs = new VitalSigns({ ...set, clients: world.clients, store, truth, account });
  const replays = new Replays(world.urls.KAFKA_BROKERS, store, fault.ownerDies);
  try {
    await signs.untilWell(RECOVERED_WITHIN_MS);
    const before = load.now();
    const drops = dropsElsewhere(world, fault);
    await replays.mark();
    const from = Date.now();
    await fault.inflict(world);
    const lasted = Date.now() - from;
    await signs.untilWell(RECOVERED_WITHIN_MS);
    const end = Math.max(wholeMinuteFrom(Date.now()), begin + MINUTE);
    const closed = () => isFinalThrough(store, truth, end).catch(() => false);
    await until(`every minute to be final`, closed, FINAL_WITHIN_MS).catch(() => undefined);
    return {
      fault: fault.name,
      lasted,
      bad: signs.badFor(from),
      replayed: await replays.stop(),
      audit: await auditWithin(AUDIT_WITHIN_MS, store, truth, { begin, end }),
      lostSessions: await account.lost(),
      wrongFigures: await differingFigures(set.gateways, { begin, end }),
      wrongPrices: await wrongLastPrices(set.gateways, world.clients(), truth.coins),
      dropped: dropsElsewhere(world, fault) - drops,
      load: difference(load.now(), before),
    };
  } finally {
    await signs.stop();
    await replays.stop();
  }
}

/** The first whole minute after every process is ready and prices and trades flow. */
export async function wholeMinute(world: World): Promise<number> {
  const { set, store, truth } = world;
  const account = await Account.register(set.gateways);
  const signs = new VitalSigns({ ...set, clients: world.clients, store, truth, account });
  try {
    await signs.untilWell(RECOVERED_WITHIN_MS);
    return wholeMinuteFrom(Date.now());
  } finally {
    await signs.stop();
  }
}

function wholeMinuteFrom(time: number): number {
  return Math.ceil(time / MINUTE) * MINUTE;
}

function dropsElsewhere(world: World, fault: Fault): number {
  return world
    .clients()
    .filter(({ gateway }) => !fault.drops.includes(gateway))
    .reduce((sum, { drops }) => sum + drops, 0);
}

function difference(a: LoadCounts, b: LoadCounts): LoadCounts {
  return {
    requests: a.requests - b.requests,
    errors: a.errors - b.errors,
    unanswered: a.unanswered - b.unanswered,
  };
}
