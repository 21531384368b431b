import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import type { ClosedSeries } from '../series/closed-series.ts';
import { StandardSet } from '../updates/standard-set.ts';
import type { DailyRow, DailyStore } from './daily-store.ts';

const RETRY_MS = 30_000;
/** The history of a coin comes in several pieces: it is stored once they are there, ms. */
const SETTLE_MS = 3_000;

interface Parts {
  store: DailyStore;
  clock: Clock;
  logger: Logger;
  /** Whether this replica stores the coin's days. */
  owns: (coinId: string) => boolean;
}

/** Stores what each day of the coins came to. Only days that are not stored, or were mended since, are written. */
export class DailyKeeper {
  readonly #parts: Parts;
  readonly #due = new Set<ClosedSeries>();
  #cancel: (() => void) | null = null;
  #storing: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Has the days of a series of daily bars stored, soon. */
  take(series: ClosedSeries): void {
    if (series.interval !== '1d') return;
    this.#due.add(series);
    this.#soon(SETTLE_MS);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel?.();
    await this.#storing;
  }

  #soon(ms: number): void {
    if (this.#stopped) return;
    this.#cancel ??= this.#parts.clock.after(ms, () => {
      this.#cancel = null;
      this.#storing = this.#storing.then(() => this.#storeDue());
    });
  }

  async #storeDue(): Promise<void> {
    for (const series of [...this.#due]) {
      try {
        this.#due.delete(series);
        if (this.#parts.owns(series.coinId)) await this.#store(series);
      } catch (error) {
        this.#parts.logger.warn({ err: error }, 'daily metrics could not be stored; trying again');
        this.#due.add(series);
        this.#soon(RETRY_MS);
        return;
      }
    }
  }

  async #store(series: ClosedSeries): Promise<void> {
    const { store, clock } = this.#parts;
    const rows = dailyRows(series);
    const [first] = rows;
    if (!first) return;
    const range = { from: first.day, to: (rows.at(-1)?.day ?? first.day) + 1, limit: KEPT_DAYS };
    const stored = await store.read(series.coinId, range);
    const known = new Map(stored.map((day) => [Date.parse(day.day), contentOf(day)]));
    const changed = rows.filter((row) => known.get(row.day) !== contentOf(row));
    if (changed.length > 0) await store.put(changed, clock.now());
  }
}

/** What a day came to, for comparing; PostgreSQL keeps an object's fields in an order of its own. */
function contentOf({ close, samples, metrics }: Pick<DailyRow, 'close' | 'samples' | 'metrics'>) {
  const sorted = Object.entries(metrics).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([close, samples, sorted]);
}

/** Days that are stored at first; later ones are added to them. */
export const KEPT_DAYS = 400;

/** What the newest days of a series of daily bars came to, oldest first. */
export function dailyRows(series: ClosedSeries): DailyRow[] {
  const { bars, coinId } = series;
  const set = new StandardSet();
  const rows: DailyRow[] = [];
  let highest = 0;
  for (let i = 0; i < bars.length; i++) {
    const bar = bars.at(i);
    set.add(bar);
    highest = Math.max(highest, bar.close);
    if (i < bars.length - KEPT_DAYS) continue;
    const metrics = { ...set.values, drawdown: highest > 0 ? 1 - bar.close / highest : null };
    rows.push({ coinId, day: bar.time, close: bar.close, samples: i + 1, metrics });
  }
  return rows;
}
