import type { AlertCondition } from '@tidemark/contracts/alert';

/** A price that an alert counts, and how far it went on the way to it. */
export interface Told {
  /** Epoch ms. */
  at: number;
  price: number;
  low: number;
  high: number;
}

/** What of an alert says when it fires. */
export interface Wanted {
  condition: AlertCondition;
  recurring: boolean;
  hysteresis_pct: number;
  cooldown_s: number;
}

/**
 * When an alert on a price fires, read off the words of docs/alerts.md over all prices at once; nothing of the product's
 * own evaluation is used. Of a low and a high between two prices the order is not known: coming back counts from the lowest,
 * and what was reached on the way counts only where nothing else came back in the same step.
 */
export function recomputed(alert: Wanted, told: readonly Told[]): { at: number; value: number }[] {
  const { direction, bound, for_s: seconds = 0 } = alert.condition;
  const sign = direction.endsWith('below') ? -1 : 1;
  const limit = sign * bound;
  const near = limit - (Math.abs(bound) * alert.hysteresis_pct) / 100;
  const steps = told.map(({ at, price, low, high }) => ({
    ...{ at, value: sign * price },
    ...(sign === 1 ? { least: low, most: high } : { least: -high, most: -low }),
  }));
  const fired: { at: number; value: number }[] = [];
  let ready = direction === 'above' || direction === 'below';
  let rung = false;
  let heldSince: number | null = null;
  for (const { at, value, least, most } of steps) {
    const wasUnder = least < limit;
    let cameBack = false;
    if (!ready && wasUnder && (!rung || least <= near)) {
      ready = true;
      cameBack = true;
    }
    if (!ready) continue;
    let reached: number | null = null;
    if (seconds > 0) {
      if (value < limit) heldSince = null;
      else if (heldSince === null || wasUnder) heldSince = at;
      else if (at - heldSince >= seconds * 1_000) reached = value;
    } else if (cameBack) reached = value >= limit ? value : null;
    else reached = most >= limit ? most : null;
    if (reached === null) continue;
    ready = false;
    rung = true;
    heldSince = null;
    const last = fired.at(-1);
    if (last && at - last.at < alert.cooldown_s * 1_000) continue;
    fired.push({ at, value: sign * reached });
    if (!alert.recurring) break;
  }
  return fired;
}
