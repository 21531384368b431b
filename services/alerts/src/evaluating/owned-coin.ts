import { CoinAlerts, type CoinChange } from '@tidemark/alerts/coin-alerts';
import type { WatchState } from '@tidemark/alerts/watch';
import { quantityOf } from '@tidemark/alerts/watch-of';
import type { Candle } from '@tidemark/contracts/candle';
import type { PriceUpdate } from '@tidemark/contracts/price';
import { coinAlertOf, type AlertRow, type StateRow } from '../alerts/alert.ts';
import type { FiringBody, LookbackState } from '../tables.ts';
import type { NewState, Outcome } from './outcome.ts';

/** Without a change, how often it is stored up to when prices were looked at, ms of their time. */
const SEEN_EVERY_MS = 5_000;

/** A coin whose alerts are evaluated here. What it came to is given out, to be stored before anything else is done. */
export class OwnedCoin {
  readonly coinId: string;
  readonly epoch: number;
  readonly #alerts: CoinAlerts;
  readonly #rows = new Map<string, AlertRow>();
  #storedAt: number;

  constructor(coinId: string, { epoch, seenAt }: { epoch: number; seenAt: number | null }) {
    this.coinId = coinId;
    this.epoch = epoch;
    this.#alerts = new CoinAlerts(seenAt);
    this.#storedAt = seenAt ?? -Infinity;
  }

  /** @param stored what it had come to, as this alert or as what it was before */
  set(row: AlertRow, stored: StateRow | undefined): void {
    const before = this.#rows.get(row.id);
    this.#rows.set(row.id, row);
    const alert = coinAlertOf(row, stored?.generation === row.generation ? stored : undefined);
    const known = before?.generation === row.generation ? this.#alerts.stateOf(row.id) : undefined;
    const isNew = !known && !stored;
    this.#alerts.set(known ? { ...alert, state: known } : alert, isNew);
  }

  remove(alertId: string): void {
    this.#rows.delete(alertId);
    this.#alerts.remove(alertId);
  }

  /** The alert and its state now; undefined: it is not here. */
  find(alertId: string): { row: AlertRow; state: WatchState } | undefined {
    const row = this.#rows.get(alertId);
    const state = this.#alerts.stateOf(alertId);
    return row && state && { row, state };
  }

  restate(alertId: string, state: WatchState): void {
    this.#alerts.restate(alertId, state);
  }

  /** What candles tell of the time before this replica had the coin. */
  fill(bars: readonly Pick<Candle, 'time' | 'low' | 'high'>[]): void {
    this.#alerts.fill(bars);
  }

  /** Null: there is nothing to be stored. */
  take(updates: readonly PriceUpdate[]): Outcome | null {
    const states: NewState[] = [];
    const blanks: Outcome['blanks'] = [];
    for (const update of updates) {
      const taken = this.#alerts.take(update);
      for (const change of taken.changes) states.push(...this.#stateOf(change));
      for (const { from, to, states: known } of taken.blanks) {
        blanks.push({ from, to, states: known.flatMap((each) => this.#lookbackOf(each)) });
      }
    }
    const { seenAt } = this.#alerts;
    const isDue = seenAt !== null && seenAt - this.#storedAt >= SEEN_EVERY_MS;
    if (states.length === 0 && blanks.length === 0 && !isDue) return null;
    this.#storedAt = seenAt ?? this.#storedAt;
    return { coinId: this.coinId, epoch: this.epoch, seenAt, states, blanks };
  }

  #stateOf({ key, state, firedBy, update }: CoinChange): NewState[] {
    const row = this.#rows.get(key);
    if (!row) return [];
    const { isMirrored } = quantityOf(row.condition);
    const facts = firedBy === null ? null : factsOf(update, isMirrored ? -firedBy : firedBy);
    const firing = facts && { at: update.told_at, facts };
    return [{ alertId: key, generation: row.generation, state, firing }];
  }

  #lookbackOf({ alert, state }: { alert: { key: string }; state: WatchState }): LookbackState[] {
    const row = this.#rows.get(alert.key);
    return row ? [{ alert_id: row.id, generation: row.generation, state }] : [];
  }
}

function factsOf(
  { price, quality, simulated, sources }: PriceUpdate,
  value: number,
): Omit<FiringBody, 'name' | 'rule' | 'note'> {
  const used = sources.filter(({ status }) => status === 'used').map(({ exchange }) => exchange);
  return { value, price, quality, simulated, sources: [...new Set(used)], late: false };
}
