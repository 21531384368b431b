import { firingsIn, isInCandles, type BarFiring } from '@tidemark/alerts/missed';
import type { Phase, WatchState } from '@tidemark/alerts/watch';
import { quantityOf, watchOf } from '@tidemark/alerts/watch-of';
import type { Clock } from '@tidemark/clock/clock';
import { INTERVAL_MS, type Candle, type Interval } from '@tidemark/contracts/candle';
import type { AskService } from '@tidemark/service-calls/ask-service';
import type { Logger } from '@tidemark/telemetry/logger';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import type { Selectable } from 'kysely';
import { readBars } from '../coins/read-bars.ts';
import type { AlertLookbackTable, LookbackState } from '../tables.ts';
import type { Evaluator } from './evaluator.ts';
import type { OutcomeStore } from './outcome-store.ts';
import type { NewState, Outcome } from './outcome.ts';
import type { OwnedCoin } from './owned-coin.ts';

const ROUND_MS = 5_000;
/** How long candles are waited for that are not whole; then those that are whole have to do, ms. */
const PATIENCE_MS = 15 * 60_000;
/** Times without prices up to this long are looked at by the minute, longer ones by the hour, ms. */
const BY_MINUTE_MS = 24 * 3_600_000;

interface Parts {
  clock: Clock;
  logger: Logger;
  ask: AskService;
  store: OutcomeStore;
  evaluator: Evaluator;
  simulated: boolean;
}

/**
 * Looks at times in which no prices came, once their candles are repaired: what came true in them fires late, and says so.
 * What has fired since is not told again.
 */
export class Lookbacks {
  readonly #parts: Parts;
  readonly #round = new SingleFlight<void>();
  #cancel: () => void = () => undefined;
  #isStopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#cancel = this.#parts.clock.every(
      ROUND_MS,
      () => void this.#round.run(() => this.#look()),
    );
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel();
    await this.#round.running;
  }

  /** Never throws: what could not be looked at waits. */
  async #look(): Promise<void> {
    const { store, evaluator, logger } = this.#parts;
    try {
      for (const lookback of await store.lookbacks(evaluator.coins)) {
        if (this.#isStopped) return;
        await this.#lookAt(lookback);
      }
    } catch (error) {
      logger.debug({ err: error }, 'a time without prices could not be looked at; it will be');
    }
  }

  async #lookAt(lookback: Selectable<AlertLookbackTable>): Promise<void> {
    const { clock, ask, evaluator } = this.#parts;
    const [from, to] = [lookback.from_at.getTime(), lookback.to_at.getTime()];
    const interval: Interval = to - from <= BY_MINUTE_MS ? '1m' : '1h';
    const length = INTERVAL_MS[interval];
    const begin = Math.floor(from / length) * length;
    const bars = await readBars(ask, { coinId: lookback.coin_id, interval, from: begin, to });
    const isWhole = bars.length > 0 && bars.every(isTrue) && clock.now() > to + length;
    if (!isWhole && clock.now() < to + PATIENCE_MS) return;
    const whole = bars.filter(isTrue);
    await evaluator.work(lookback.coin_id, (coin) => this.#outcomeOf(coin, lookback, whole));
  }

  #outcomeOf(
    coin: OwnedCoin,
    { id, coin_id, states }: Selectable<AlertLookbackTable>,
    bars: readonly Candle[],
  ): Outcome {
    return {
      ...{ coinId: coin_id, epoch: coin.epoch, seenAt: null, blanks: [], lookbackId: id },
      states: states.flatMap((before) => this.#lateOf(coin, before, bars)),
    };
  }

  #lateOf(coin: OwnedCoin, before: LookbackState, bars: readonly Candle[]): NewState[] {
    const known = coin.find(before.alert_id);
    if (known?.row.generation !== before.generation) return [];
    const { row, state } = known;
    // It has fired since: what it was waiting for has been told.
    if (state.firedAt !== before.state.firedAt || state.phase === 'done') return [];
    const watched = quantityOf(row.condition);
    if (!isInCandles(watched)) return [];
    const watch = watchOf(row, row.expires_at?.getTime() ?? null);
    // Of the bar that an alert was made in, nobody knows what came before it.
    const own = bars.filter(({ time }) => time >= row.since.getTime());
    const [first] = firingsIn(own, { watched, watch, state: before.state });
    if (!first) return [];
    const phase: Phase = row.recurring ? state.phase : 'done';
    const after: WatchState = { ...state, phase, firedAt: first.at, fired: state.fired + 1 };
    coin.restate(row.id, after);
    return [this.#firingOf(row.id, before.generation, after, first)];
  }

  #firingOf(
    alertId: string,
    generation: number,
    state: NewState['state'],
    { at, value, price }: BarFiring,
  ): NewState {
    const { simulated } = this.#parts;
    const facts = { value, price, quality: 'live' as const, simulated, sources: [], late: true };
    return { alertId, generation, state, firing: { at, facts } };
  }
}

/** Whether every trade of a bar is in it. */
function isTrue({ final, gap, lacking }: Candle): boolean {
  return final && !gap && lacking.length === 0;
}
