import type { PriceUpdate } from '@tidemark/contracts/price';
import { Ladder, type Change } from './ladder.ts';
import { createQuantity, type Quantity } from './quantities.ts';
import { RecentRanges, type MinuteRange } from './recent-ranges.ts';
import { step, type Watch, type WatchState } from './watch.ts';
import type { WatchedQuantity } from './watch-of.ts';

/** Prices this far apart have a gap between them, ms: an unchanged one is told every ten seconds. */
export const GAP_MS = 60_000;

/** How long prices are kept for alerts that are heard of after they were made, ms. */
const KEPT_MS = 30_000;

/** An alert, for one coin. */
export interface CoinAlert {
  key: string;
  watched: WatchedQuantity;
  watch: Watch;
  state: WatchState;
  /** Whether a degraded price counts. */
  onDegraded: boolean;
  /** From when on it counts, epoch ms. */
  since: number;
}

/** A time without prices that count, and what alerts were in when it began. */
export interface Blank {
  /** Epoch ms: the last price of before, and the first one since. */
  from: number;
  to: number;
  states: { alert: CoinAlert; state: WatchState }[];
}

/** A change, and the price that it comes from. */
export interface CoinChange extends Change {
  update: PriceUpdate;
}

export interface Taken {
  changes: CoinChange[];
  /** Times that are to be looked at again in candles. */
  blanks: Blank[];
}

interface Rungs {
  quantity: Quantity;
  ladder: Ladder;
}

/** Alerts that count the same prices. */
interface Group {
  onDegraded: boolean;
  /** When the last price that counts was told, epoch ms; null: there was none. */
  seenAt: number | null;
  rungs: Map<string, Rungs>;
}

/** The alerts of one coin: prices go in, in their order, and what fires comes out. */
export class CoinAlerts {
  readonly #alerts = new Map<string, CoinAlert>();
  readonly #groups: readonly [Group, Group];
  /** Made, and waiting for a price that is theirs. */
  readonly #coming = new Map<string, CoinAlert>();
  /** Of prices that every alert counts. */
  readonly #recent = new RecentRanges();
  /** Prices of the last half minute, the oldest first. */
  #kept: PriceUpdate[] = [];
  /** What they came to for alerts that were heard of late; given out with the next price. */
  #late: CoinChange[] = [];

  /** @param seenAt when the last price was told that alerts have counted, epoch ms; null: none was */
  constructor(seenAt: number | null) {
    const group = (onDegraded: boolean): Group => ({ onDegraded, seenAt, rungs: new Map() });
    this.#groups = [group(false), group(true)];
  }

  /** When the last price was told that every alert counts, epoch ms; null: none was. */
  get seenAt(): number | null {
    return this.#groups[0].seenAt;
  }

  /**
   * In place of what was there under its key.
   * @param isNew whether its state is from before any price: those since it was made count, though they are here already
   */
  set(alert: CoinAlert, isNew: boolean): void {
    this.remove(alert.key);
    this.#alerts.set(alert.key, alert);
    const { seenAt } = this.#groupOf(alert);
    if (seenAt === null || alert.since > seenAt) this.#coming.set(alert.key, alert);
    else this.#enter(alert, isNew ? this.#caughtUp(alert) : alert.state);
  }

  remove(key: string): void {
    const alert = this.#alerts.get(key);
    if (!alert) return;
    this.#alerts.delete(key);
    if (this.#coming.delete(key)) return;
    this.#rungsOf(alert).ladder.remove(key);
  }

  /** The state of an alert now; undefined: it is not here. */
  stateOf(key: string): WatchState | undefined {
    const alert = this.#alerts.get(key);
    if (!alert) return undefined;
    return this.#coming.has(key) ? alert.state : this.#rungsOf(alert).ladder.stateOf(key);
  }

  /** Sets the state of an alert, after candles told something of it. */
  restate(key: string, state: WatchState): void {
    const alert = this.#alerts.get(key);
    if (!alert) return;
    if (this.#coming.has(key)) alert.state = state;
    else this.#enter(alert, state);
  }

  /** What candles tell of the last 24 hours, for windows that begin in them; the oldest first. */
  fill(minutes: readonly MinuteRange[]): void {
    this.#recent.fill(minutes);
    for (const { rungs } of this.#groups) {
      for (const { quantity } of rungs.values()) quantity.seed(this.#recent.minutes);
    }
  }

  /** A price that was told before the last one changes nothing; neither does a stale one. */
  take(update: PriceUpdate): Taken {
    const taken: Taken = { changes: this.#late, blanks: [] };
    this.#late = [];
    if (update.quality === 'stale') return taken;
    this.#kept = [
      ...this.#kept.filter(({ told_at }) => told_at > update.told_at - KEPT_MS),
      update,
    ];
    for (const group of this.#groups) {
      if (!counts(update, group)) continue;
      if (group.seenAt !== null && update.told_at <= group.seenAt) continue;
      this.#takeFor(group, update, taken);
    }
    return taken;
  }

  #takeFor(group: Group, update: PriceUpdate, taken: Taken): void {
    const { seenAt } = group;
    const isAfterGap = seenAt === null || update.told_at - seenAt > GAP_MS;
    if (isAfterGap && seenAt !== null) {
      const states = this.#statesOf(group);
      if (states.length > 0) taken.blanks.push({ from: seenAt, to: update.told_at, states });
    }
    group.seenAt = update.told_at;
    // What a price was on the way from before a gap is not known.
    const known = isAfterGap ? withoutWay(update) : update;
    if (!group.onDegraded) this.#recent.add(known.told_at, known.low, known.high);
    for (const { quantity, ladder } of group.rungs.values()) {
      const point = quantity.point(known, isAfterGap);
      if (!point) continue;
      for (const change of ladder.take(point)) taken.changes.push({ ...change, update });
    }
    this.#welcome(group, update, taken);
  }

  /** Of the price that they begin with, alerts know what it is, and not what it was before them. */
  #welcome(group: Group, update: PriceUpdate, { changes }: Taken): void {
    for (const alert of [...this.#coming.values()]) {
      if (alert.onDegraded !== group.onDegraded || alert.since > update.told_at) continue;
      this.#coming.delete(alert.key);
      const point = this.#rungsOf(alert).quantity.point(withoutWay(update), true);
      const after = point
        ? step(alert.watch, alert.state, point)
        : { state: alert.state, firedBy: null };
      if (after.state !== alert.state) changes.push({ key: alert.key, ...after, update });
      this.#enter(alert, after.state);
    }
  }

  /** The state of an alert after the prices that were told since it was made, and before it was heard of. */
  #caughtUp(alert: CoinAlert): WatchState {
    let { state } = alert;
    // Windows have these prices already; what moves within them is seen with the next one.
    if (alert.watched.quantity === 'move') return state;
    const quantity = createQuantity(alert.watched);
    let isFirst = true;
    for (const update of this.#kept) {
      if (update.told_at < alert.since || !counts(update, alert)) continue;
      const known = isFirst ? withoutWay(update) : update;
      const point = quantity.point(known, isFirst);
      isFirst = false;
      if (!point) continue;
      const after = step(alert.watch, state, point);
      if (after.state === state) continue;
      state = after.state;
      this.#late.push({ key: alert.key, ...after, update });
    }
    return state;
  }

  #enter(alert: CoinAlert, state: WatchState): void {
    this.#rungsOf(alert).ladder.set(alert.key, alert.watch, state);
  }

  #rungsOf(alert: CoinAlert): Rungs {
    const { rungs } = this.#groupOf(alert);
    const { quantity, window, isMirrored } = alert.watched;
    const name = `${quantity} ${window} ${isMirrored}`;
    let known = rungs.get(name);
    if (!known) {
      known = { quantity: createQuantity(alert.watched), ladder: new Ladder() };
      known.quantity.seed(this.#recent.minutes);
      rungs.set(name, known);
    }
    return known;
  }

  #groupOf({ onDegraded }: CoinAlert): Group {
    return this.#groups[onDegraded ? 1 : 0];
  }

  #statesOf(group: Group): Blank['states'] {
    const states: Blank['states'] = [];
    for (const alert of this.#alerts.values()) {
      if (this.#groupOf(alert) !== group || this.#coming.has(alert.key)) continue;
      const state = this.stateOf(alert.key);
      if (state && state.phase !== 'done') states.push({ alert, state });
    }
    return states;
  }
}

/** A price of which nothing is known but where it is. */
function withoutWay(update: PriceUpdate): PriceUpdate {
  return { ...update, low: update.price, high: update.price };
}

function counts({ quality }: PriceUpdate, { onDegraded }: { onDegraded: boolean }): boolean {
  return quality === 'live' || (onDegraded && quality === 'degraded');
}
