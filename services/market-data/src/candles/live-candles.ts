import type { Clock } from '@tidemark/clock/clock';
import {
  INTERVAL_MS,
  INTERVALS,
  type Candle,
  type CandleExchange,
  type Interval,
} from '@tidemark/contracts/candle';
import { CANDLE_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { LatestOutbox } from '@tidemark/event-bus/latest-outbox';
import type { Logger } from '@tidemark/telemetry/logger';
import type { OutboxCounts } from '@tidemark/telemetry/metrics';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import { isConverted, isRate } from '../coins/rate-listings.ts';
import type { UniverseCoin } from '../coins/universe.ts';
import type { DollarRate } from '../rates/dollar-rate.ts';
import type { BarRow, Gap, ProductBook } from '../book/product-book.ts';
import { barTime } from '../book/bar.ts';
import type { CandlesAsk } from '../reading/candle-reader.ts';
import { toCandle } from '../reading/consolidated-candle.ts';
import type { FinalChange } from './final-watch.ts';
import { OpenBars } from './open-bars.ts';

/** How often open bars are told at most, ms. */
const EVERY_MS = 1_000;
/** Of what was settled or mended so much of its end is told, ms: who needs more reads it from the API. */
const TOLD_MS = 60 * INTERVAL_MS['1m'];
/** A bar that is not final yet is read again at so many looks. */
const MOST_TRIES = 5;
/** Series that are read at once: all coins at an interval or two, some 60 candles each at most. */
const READ_AT_ONCE = 100;
/** Candles that wait for the bus; past this the oldest are not told. */
const BOUNDS = { maxWaiting: 20_000, maxBatch: 2_000 };

export interface LiveCandlesOptions {
  clock: Clock;
  logger: Logger;
  bus: EventBus;
  /** The coin of a book; undefined for what is kept for its rate alone, which is told to nobody. */
  coin(coinId: string): UniverseCoin | undefined;
  /** USD per USDT now. */
  rate(): DollarRate;
  /** Stored candles of each of these, oldest first, as the API answers them. */
  read(asks: readonly CandlesAsk[]): Promise<readonly (readonly Candle[])[]>;
}

/** Stored candles that are to be read and told. */
interface Reading extends CandlesAsk {
  /** How often it was read already. */
  tries: number;
}

/**
 * The candles that streams show, in the API's form: open ones from the books as they grow, closed ones of a venue as they
 * are stored, and consolidated ones, once they are final, as the API reads them, so that both say the same to the last digit.
 * ADR 0028.
 */
export class LiveCandles {
  readonly #options: LiveCandlesOptions;
  readonly #outbox: LatestOutbox<typeof CANDLE_UPDATES>;
  readonly #open: OpenBars;
  /** Coins whose open bars have changed since they were told. */
  readonly #changed = new Set<string>();
  /** The open bars of each series as they were told last, by their time: the other venue's trades do not tell them again. */
  readonly #told = new Map<string, ReadonlyMap<number, string>>();
  readonly #readings = new Map<string, Reading>();
  /** Those that are made again at the next look. */
  #again: Reading[] = [];
  /** Those that are made now. */
  #underWay = new Set<Reading>();
  readonly #running = new SingleFlight<void>();
  #lookAt = -Infinity;
  /** By which open bars were converted last. */
  #rate = NaN;

  constructor(options: LiveCandlesOptions) {
    this.#options = options;
    const { bus, logger } = options;
    this.#outbox = new LatestOutbox({
      ...{ bus, logger, ...BOUNDS },
      ...{ topic: CANDLE_UPDATES, what: 'candles for streams' },
    });
    this.#open = new OpenBars(() => options.rate());
  }

  get counts(): OutboxCounts {
    return this.#outbox;
  }

  /** Bars of a book that were just stored. */
  stored(book: ProductBook, rows: readonly BarRow[]): void {
    const coin = this.#options.coin(book.listing.coinId);
    if (!coin) return;
    this.#changed.add(coin.coinId);
    for (const { interval, bar } of rows) {
      if (!bar.final) continue;
      this.#open.closed(book, interval, bar);
      this.#put(coin, book.listing.exchange, interval, toCandle(bar));
    }
  }

  /** Tells the open bars of coins that have changed, at most once a second, and what is to be read. Never throws. */
  look(books: readonly ProductBook[]): void {
    const now = this.#options.clock.monotonic();
    if (now < this.#lookAt) return;
    this.#lookAt = now + EVERY_MS;
    const isRated = this.#isRateNew();
    for (const [coinId, own] of Map.groupBy(books, ({ listing }) => listing.coinId)) {
      const coin = this.#options.coin(coinId);
      const isNew = this.#open.begin(own);
      const isOther =
        this.#changed.delete(coinId) ||
        isNew ||
        (isRated && own.some(({ listing }) => isConverted(listing)));
      if (coin && isOther) this.#tellOpen(coin, own);
    }
    void this.#outbox.tell();
    for (const reading of this.#again.splice(0)) this.#queue(reading);
    void this.#running.run(() => this.#readAll());
  }

  /** Consolidated bars became final, or changed after that. */
  settled({ coinId, interval, range }: FinalChange): void {
    // From nothing known to something: all but the last are history.
    const from = range.from === 0 ? range.to - INTERVAL_MS[interval] : range.from;
    this.#ask(coinId, 'consolidated', interval, { from, to: range.to });
  }

  /**
   * Stored minutes of a book were replaced, and the longer bars with them; where they are the rate's, so were the candles of
   * every coin of `books` that is converted by it.
   */
  mended({ listing }: ProductBook, gap: Gap, books: readonly ProductBook[]): void {
    const converted = books.filter((book) => isConverted(book.listing));
    const changed = isRate(listing)
      ? [...new Set(converted.map((book) => book.listing.coinId))]
      : [listing.coinId];
    for (const interval of INTERVALS) {
      const range = { from: barTime(gap.from, interval), to: gap.to };
      this.#ask(listing.coinId, listing.exchange, interval, range);
      for (const coinId of changed) this.#ask(coinId, 'consolidated', interval, range);
    }
  }

  /** Forgets what waits of these coins: another replica tells it. */
  drop(coins: ReadonlySet<string>): void {
    this.#outbox.forget((coin) => coins.has(coin));
    const stays = ({ coin }: Reading) => !coins.has(coin.coinId);
    this.#again = this.#again.filter(stays);
    this.#underWay = new Set([...this.#underWay].filter(stays));
    for (const [name, reading] of this.#readings) {
      if (!stays(reading)) this.#readings.delete(name);
    }
  }

  #isRateNew(): boolean {
    const { value } = this.#options.rate();
    const isNew = value !== this.#rate;
    this.#rate = value;
    return isNew;
  }

  #tellOpen(coin: UniverseCoin, books: readonly ProductBook[]): void {
    const all = Map.groupBy(this.#open.candles(books), ({ exchange, interval }) =>
      seriesOf(coin.coinId, exchange, interval),
    );
    for (const [series, open] of all) {
      const before = this.#told.get(series);
      const now = new Map(open.map(({ candle }) => [candle.time, JSON.stringify(candle)]));
      this.#told.set(series, now);
      for (const { exchange, interval, candle } of open) {
        if (before?.get(candle.time) === now.get(candle.time)) continue;
        this.#put(coin, exchange, interval, candle);
      }
    }
  }

  #put(coin: UniverseCoin, exchange: CandleExchange, interval: Interval, candle: Candle): void {
    const { coinId, listings } = coin;
    const quote = listings.find((listing) => listing.exchange === exchange)?.quote;
    const value = { coin_id: coinId, exchange, interval, currency: quote ?? 'USD', ...candle };
    const name = `${coinId}|${exchange}|${interval}|${candle.time}`;
    this.#outbox.put(name, { key: coinId, value });
  }

  #ask(coinId: string, exchange: CandleExchange, interval: Interval, { from, to }: Gap): void {
    const coin = this.#options.coin(coinId);
    const limit = Math.ceil(TOLD_MS / INTERVAL_MS[interval]) + 1;
    const range = { from, to, limit };
    if (coin) this.#queue({ coin, exchange, interval, range, tries: 0 });
  }

  /** Joins the reading to one of the same candles that waits. */
  #queue(reading: Reading): void {
    const { coin, exchange, interval, range, tries } = reading;
    const name = seriesOf(coin.coinId, exchange, interval);
    const known = this.#readings.get(name);
    const to = Math.max(range.to, known?.range.to ?? 0);
    const since = Math.min(range.from, known?.range.from ?? Infinity);
    const from = Math.max(since, barTime(to - TOLD_MS, interval));
    this.#readings.set(name, {
      ...{ coin, exchange, interval, range: { ...range, from, to } },
      tries: Math.min(tries, known?.tries ?? tries),
    });
  }

  /** What a book closed may be stored a flush later than it is known to be closed: it is read again until it is final. */
  #readAgain(reading: Reading): void {
    const { tries } = reading;
    if (tries < MOST_TRIES) this.#again.push({ ...reading, tries: tries + 1 });
  }

  /** Reads what waits, of all coins together, then all is told. What could not be read is read at the next look. */
  async #readAll(): Promise<void> {
    let answered = true;
    while (answered && this.#readings.size > 0) {
      const some = [...this.#readings.entries().take(READ_AT_ONCE)];
      // What is asked for from here on is read after it.
      for (const [name] of some) this.#readings.delete(name);
      answered = await this.#readSome(some.map(([, reading]) => reading));
    }
    await this.#outbox.tell();
  }

  /** False: the store is away; those who write to it say so. */
  async #readSome(readings: readonly Reading[]): Promise<boolean> {
    this.#underWay = new Set(readings);
    const answers = await this.#options.read(readings).catch(() => null);
    for (const [i, reading] of readings.entries()) {
      if (!this.#underWay.has(reading)) continue;
      if (!answers) {
        this.#queue(reading);
        continue;
      }
      const candles = answers[i] ?? [];
      const { coin, exchange, interval } = reading;
      // What is open is told from the books: what was read of it may be older than what was told meanwhile.
      const open = this.#told.get(seriesOf(coin.coinId, exchange, interval));
      const closed = candles.filter(({ time, final }) => final || !open?.has(time));
      for (const candle of closed) this.#put(coin, exchange, interval, candle);
      if (candles.length === 0 || closed.some(({ final }) => !final)) this.#readAgain(reading);
    }
    this.#underWay.clear();
    return answers !== null;
  }
}

function seriesOf(coinId: string, exchange: CandleExchange, interval: Interval): string {
  return `${coinId}|${exchange}|${interval}`;
}
