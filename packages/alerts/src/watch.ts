/** What an alert waits for in one quantity of one coin, as a level that is reached from below. */
export interface Watch {
  /** The value at which it fires. */
  bound: number;
  /** The value, under the bound or at it, to which it must go back before the alert can fire again. */
  rearm: number;
  /** Whether the value has to be seen under the bound before it counts that it is there. */
  crosses: boolean;
  /** How long it has to hold without a break, ms; 0: it fires when the bound is reached. */
  forMs: number;
  recurring: boolean;
  /** After a firing, how long there is none, ms. */
  cooldownMs: number;
  /** It does not fire from then on, epoch ms; null: ever. */
  expiresAt: number | null;
}

/**
 * `unsure`: not seen under the bound yet; `armed`: can fire; `holding`: past the bound, until `forMs` is over; `fired`:
 * waits for the value to go back; `done`: fires no more.
 */
export type Phase = 'unsure' | 'armed' | 'holding' | 'fired' | 'done';

export interface WatchState {
  readonly phase: Phase;
  /** Since when it holds, epoch ms; null: it does not. */
  readonly heldSince: number | null;
  /** When it fired last, epoch ms; null: never. */
  readonly firedAt: number | null;
  /** How often it has fired. */
  readonly fired: number;
}

/** What is known of a quantity since the point before: where it is, and how far it went on the way. */
export interface Point {
  /** Epoch ms. */
  at: number;
  value: number;
  /** `low` ≤ `value` ≤ `high`; in which order they came is not known, but that `value` is the last. */
  low: number;
  high: number;
  /** Nothing is known of the time before it: what held may have been broken. */
  isAfterGap: boolean;
}

/** What a point did to a watch. */
export interface Step {
  state: WatchState;
  /** The value that reached the bound; null: it did not fire. */
  firedBy: number | null;
}

export function newState({ crosses }: Pick<Watch, 'crosses'>): WatchState {
  return { phase: crosses ? 'unsure' : 'armed', heldSince: null, firedAt: null, fired: 0 };
}

/**
 * The one meaning of an alert: what a point does to it. Of a low and a high within a point it takes nothing for granted
 * but that the value came last: who was back under the bound fires again only where the value itself is past it.
 * The state is the very same object where nothing changed.
 */
export function step(watch: Watch, state: WatchState, point: Point): Step {
  const { expiresAt } = watch;
  if (state.phase === 'done' || (expiresAt !== null && point.at >= expiresAt)) return still(state);
  const holds = point.value >= watch.bound;
  switch (state.phase) {
    case 'unsure':
      return point.low < watch.bound ? reached(watch, state, point, holds) : still(state);
    case 'fired':
      return isBack(watch, point.low) ? reached(watch, state, point, holds) : still(state);
    case 'armed':
      if (watch.forMs > 0) return holds ? begun(state, point.at) : still(state);
      return point.high >= watch.bound ? hit(watch, state, point.at, point.high) : still(state);
    case 'holding':
      return held(watch, state, point, holds);
  }
}

/** Whether a value is far enough back for another firing. */
export function isBack({ bound, rearm }: Watch, low: number): boolean {
  return low < bound && low <= rearm;
}

/** When what holds since then fires at the earliest, epoch ms. */
export function dueAt({ forMs }: Watch, { heldSince }: WatchState): number {
  return (heldSince ?? 0) + forMs;
}

/** It was under the bound in this point, and its value is the last of it. */
function reached(watch: Watch, state: WatchState, point: Point, holds: boolean): Step {
  const armed: WatchState = { ...state, phase: 'armed', heldSince: null };
  if (!holds) return { state: armed, firedBy: null };
  return watch.forMs > 0 ? begun(armed, point.at) : hit(watch, armed, point.at, point.value);
}

function held(watch: Watch, state: WatchState, point: Point, holds: boolean): Step {
  if (point.low < watch.bound || point.isAfterGap) {
    return holds
      ? begun(state, point.at)
      : { state: { ...state, phase: 'armed', heldSince: null }, firedBy: null };
  }
  return point.at >= dueAt(watch, state) ? hit(watch, state, point.at, point.value) : still(state);
}

function begun(state: WatchState, at: number): Step {
  return { state: { ...state, phase: 'holding', heldSince: at }, firedBy: null };
}

/** Within the cooldown it counts as fired, and nobody is told. */
function hit(watch: Watch, state: WatchState, at: number, value: number): Step {
  const { firedAt, fired } = state;
  const phase = watch.recurring ? 'fired' : 'done';
  if (firedAt !== null && at - firedAt < watch.cooldownMs) {
    return { state: { ...state, phase: 'fired', heldSince: null }, firedBy: null };
  }
  return { state: { phase, heldSince: null, firedAt: at, fired: fired + 1 }, firedBy: value };
}

function still(state: WatchState): Step {
  return { state, firedBy: null };
}
