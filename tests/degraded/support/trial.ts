import { setTimeout as pause } from 'node:timers/promises';
import type { Price } from '@tidemark/contracts/price';
import { complaints, wrongRows, type Loss } from './right.ts';
import { look, type Said } from './said.ts';
import type { Stage } from './stage.ts';
import type { World } from './worlds.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How fast what is watched passes, what is waited for, and hours. */
export const PACE = { watched: 40, waited: 120, hours: 400 } as const;
/** The end of every world is watched, ms. */
const WATCHED = 90_000;
const RIGHT_WITHIN = 40 * MINUTE;
const LOOK_EVERY_REAL_MS = 120;
/** A first start has this long until there must be prices, ms. */
const FIRST_PRICE_WITHIN = MINUTE;

/** What became of the platform in a world. Times are simulated ms. */
export interface Outcome {
  world: string;
  said: Said;
  /** What was not as it must be while the world was so, in words. */
  broken: string[];
  /** From the end of the trouble until all was right for good; null: it never was. */
  rightAfter: number | null;
  /** Rows that stayed wrong, in words. */
  wrong: string[];
  /** What is not right in the end. */
  complaints: string[];
}

/** Lets a world pass that `befall` has begun, mends it, and waits until all is right. @param since when it began */
export async function trial(stage: Stage, world: World, since: number): Promise<Outcome> {
  const { clock } = stage;
  const watch = new PriceWatch(stage, world.at === 'start' ? since + FIRST_PRICE_WITHIN : since);
  const loss = world.loses ? since : null;
  await pass(stage, since + world.lastsMs);
  const said = await look(stage);
  await world.mend(stage);
  const mended = clock.now();
  const from = Math.ceil(since / MINUTE) * MINUTE - (world.at === 'start' ? 0 : 2 * MINUTE);
  const end = await untilRight(stage, { from, mended, loss });
  return {
    world: world.name,
    said,
    broken: [...(await watch.stop()), ...brokenIn(said, world)],
    ...end,
  };
}

/** Fast, and slowly towards the end. */
async function pass({ clock, hurry }: Stage, until: number): Promise<void> {
  const fast = until - WATCHED - clock.now();
  if (fast > 0) {
    hurry(fast > HOUR ? PACE.hours : PACE.waited);
    await clock.sleep(fast);
  }
  hurry(PACE.watched);
  const left = until - clock.now();
  if (left > 0) await clock.sleep(left);
}

/** Waits until nothing is wrong any more. @param mended when the trouble was over, epoch ms */
export async function untilRight(
  stage: Stage,
  { from, mended, loss }: { from: number; mended: number; loss: Loss },
): Promise<Pick<Outcome, 'rightAfter' | 'wrong' | 'complaints'>> {
  const { clock, hurry } = stage;
  const settled = Math.ceil(mended / MINUTE) * MINUTE + 2 * MINUTE;
  let lastBad = mended;
  let found: string[] = [];
  while (clock.now() < mended + RIGHT_WITHIN) {
    found = await complaints(stage, from, loss);
    const now = clock.now();
    if (found.length === 0 && now > settled) {
      return { rightAfter: lastBad - mended, wrong: [], complaints: [] };
    }
    if (found.length > 0) lastBad = now;
    if (now > mended + 5 * MINUTE) hurry(PACE.waited);
    await pause(LOOK_EVERY_REAL_MS);
  }
  const end = Math.floor(clock.now() / MINUTE) * MINUTE - 3 * MINUTE;
  const wrong = await wrongRows(stage, { begin: from, end }, loss);
  return { rightAfter: null, wrong, complaints: found };
}

function brokenIn(said: Said, { expects }: World): string[] {
  const { prices, behindMs, lacking, named } = expects;
  const others = Object.entries(said.prices).filter(([name]) => !prices.includes(name as never));
  const late = (ms: number | null) => behindMs !== null && (ms === null || ms > behindMs);
  const words = `${said.page} ${JSON.stringify(said.feeds)}`;
  return [
    ...others.map(([name, count]) => `${count} prices are ${name}, not ${prices.join(' or ')}`),
    ...said.farOff,
    ...(late(said.candlesBehind) ? [`candles are ${said.candlesBehind} ms behind`] : []),
    ...(late(said.analyticsBehind) ? [`analytics is ${said.analyticsBehind} ms behind`] : []),
    ...(lacking && !said.lacking.includes(lacking) ? [`no bar says that it lacks ${lacking}`] : []),
    ...(named && !named.test(words) ? [`nothing says ${named}: “${said.page}”`] : []),
  ];
}

/** Looks at the prices all the while: one that is gone for a moment is found too. */
class PriceWatch {
  readonly #stage: Stage;
  readonly #from: number;
  readonly #gone = new Set<string>();
  readonly #watching: Promise<void>;
  #stopped = false;

  /** @param from epoch ms from which on there must be prices */
  constructor(stage: Stage, from: number) {
    this.#stage = stage;
    this.#from = from;
    this.#watching = this.#watch();
  }

  async stop(): Promise<string[]> {
    this.#stopped = true;
    await this.#watching;
    return [...this.#gone].map((coin) => `${coin} had no price for a moment`);
  }

  async #watch(): Promise<void> {
    const { universe, ask, clock } = this.#stage;
    while (!this.#stopped) {
      const asked = clock.now();
      const prices = (await ask<Price[]>('/api/market/prices').catch(() => null)) ?? [];
      const there = new Set(prices.filter((p) => Number.isFinite(p.price)).map((p) => p.coin_id));
      for (const { coinId } of universe.coins)
        if (asked > this.#from && !there.has(coinId)) this.#gone.add(coinId);
      await pause(LOOK_EVERY_REAL_MS);
    }
  }
}
