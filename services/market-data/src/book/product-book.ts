import { INTERVALS, INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Listing } from '../coins/listing.ts';
import type { VenueTrade } from '../venues/venue.ts';
import { barTime, type Bar } from './bar.ts';
import { addTrade, openMinute, type MinuteBar } from './minute-builder.ts';
import { firstPart, joinBars } from './rollup.ts';
import { RecentTrades } from './recent-trades.ts';
import {
  OUT_OF_ORDER,
  TradeSequence,
  type Acceptance,
  type Hole,
  type SequenceSnapshot,
} from './sequence.ts';

const MINUTE = INTERVAL_MS['1m'];
/** Minutes before a first beginning that REST is asked for: what history may have left out, ms. */
const UNSEEN = 10 * MINUTE;
const LONGER = INTERVALS.filter((interval) => interval !== '1m');

/** A bar of one interval that is to be stored. */
export interface BarRow {
  interval: Interval;
  bar: Bar;
}

/** A stretch of time [from, to), epoch ms, in which trades are known to be missing. */
export interface Gap {
  from: number;
  to: number;
}

/** What is stored of a product, with the candles, in one transaction. */
export interface BookSnapshot extends SequenceSnapshot {
  finalThrough: number;
  completeFrom: number;
}

/** What is read back at a start: the watermark, the open minutes, and the open longer bars without them. */
export interface StoredBook extends BookSnapshot {
  minutes: MinuteBar[];
  folded: BarRow[];
  gaps: Gap[];
}

/**
 * `late`: a trade of a minute that was closed already; `unsynced`: the book has no beginning yet; `other`: another trade than the
 * one that was seen with its id.
 */
export type Applied = Acceptance | 'late' | 'unsynced' | 'other';

/** The newest trade id a venue named, and the moment (epoch ms) as of which nothing newer was there. */
interface Newest {
  id: number;
  asOf: number;
}

/**
 * One product's trades on their way to candles: which were seen, the minutes that are open, the longer bars folded
 * from closed minutes. A minute is closed when every trade of it is known, and only then. ADR 0005.
 */
export class ProductBook {
  readonly listing: Listing;
  #sequence: TradeSequence | null = null;
  #minutes = new Map<number, MinuteBar>();
  #folded = new Map<Interval, Bar>();
  #changed = new Set<number>();
  #finalThrough = 0;
  /** Where the product's minutes begin (epoch ms): bars that open before lack their beginning. */
  #completeFrom = Infinity;
  /** Up to where history was loaded before the book had a beginning, epoch ms. */
  #filledTo: number | null = null;
  #newest: Newest | null = null;
  /** Whether the venue named a newest trade below ours, later than it. */
  #namedLower = false;
  /** Time of the first trade whose id may have begun again: nothing is closed past it until that is known. */
  #doubtedFrom = Infinity;
  #recent = new RecentTrades();
  /** Minutes that were open when the book began anew: they are incomplete for good. */
  #leftOver: BarRow[] = [];
  /** Gaps that are not stored yet, and all that were not healed. */
  #newGaps: Gap[] = [];
  #gaps: Gap[] = [];
  #touched = false;

  /** Begins where the store has it; without `stored` it has no beginning yet. */
  constructor(listing: Listing, stored?: StoredBook) {
    this.listing = listing;
    if (stored) this.#restore(stored);
  }

  /** False until the book has a beginning, stored or from REST. */
  get synced(): boolean {
    return this.#sequence !== null;
  }

  get holes(): readonly Hole[] {
    return this.#sequence?.holes ?? [];
  }

  /** The id expected next; 0 while there is no beginning. */
  get next(): number {
    return this.#sequence?.next ?? 0;
  }

  /** The newest time that was seen, epoch ms; 0 while there is no beginning. */
  get lastTime(): number {
    return this.#sequence?.lastTime ?? 0;
  }

  /** Whether the venue says, later than our last trade, that its newest has a lower id: its ids may have begun again. */
  get namedLower(): boolean {
    return this.#namedLower;
  }

  /** All minutes before this (epoch ms) are closed. */
  get finalThrough(): number {
    return this.#finalThrough;
  }

  /** Trades that the venue has named and that have not come, behind all that have. */
  get tail(): { from: number; to: number } | null {
    const sequence = this.#sequence;
    if (!sequence || !this.#newest || this.#newest.id < sequence.next) return null;
    return { from: sequence.next, to: this.#newest.id };
  }

  /**
   * Begins, or begins anew, at a minute's open (epoch ms) with `next` as the first id that counts. The minutes from
   * where the book was (or the last ten, where it was nowhere) up to there are a gap, to be healed from REST. Trades that are
   * older than `since` (epoch ms) do not count.
   */
  begin(next: number, minute: number, since?: number): void {
    const from = this.synced ? this.#finalThrough : this.#historyEnd(minute);
    this.#sequence = new TradeSequence({ next, lastTime: minute, holes: [] }, since);
    for (const bar of this.#minutes.values()) {
      if (bar.time < minute)
        this.#leftOver.push({ interval: '1m', bar: { ...bar, final: true, gap: true } });
    }
    this.#minutes.clear();
    this.#recent = new RecentTrades();
    this.trust();
    this.#changed.clear();
    // What longer bars have of the minutes that are closed stays, unless some before this one will never be.
    if (from < minute) this.#folded.clear();
    this.#finalThrough = Math.max(from, minute);
    this.#newest = null;
    if (from < minute) this.#addGap({ from, to: minute });
    this.#completeFrom = Math.min(this.#completeFrom, from);
    this.#touched = true;
  }

  /** History of the minutes [from, to), epoch ms, is in the store. */
  extendHistory(from: number, to: number): void {
    this.#completeFrom = Math.min(this.#completeFrom, from);
    this.#filledTo = Math.max(this.#filledTo ?? to, to);
    this.#touched = this.synced;
  }

  /** Whether a bar that opens at `time` and lasts `length` ms lacks trades: before the beginning, or in a gap. */
  lacks(time: number, length: number): boolean {
    return (
      time < this.#completeFrom ||
      this.#gaps.some((gap) => gap.from < time + length && gap.to > time)
    );
  }

  /** A gap was filled in the store from `from` (epoch ms) on; minutes before that are taken for not covered. */
  healed(gap: Gap, from: number): void {
    this.#gaps = this.#gaps.filter((g) => g.from < gap.from || g.to > gap.to);
    if (from > gap.from) this.#completeFrom = Math.max(this.#completeFrom, from);
    this.#touched = this.synced;
  }

  apply(trade: VenueTrade): Applied {
    if (!this.#sequence) return 'unsynced';
    const acceptance = this.#sequence.accept(trade.trade_id, trade.time);
    if (acceptance === 'again') this.#doubtedFrom = Math.min(this.#doubtedFrom, trade.time);
    if (acceptance === 'duplicate') return this.#checked(trade);
    if (acceptance !== 'new') return acceptance;
    this.#recent.add(trade);
    this.#touched = true;
    const minute = barTime(trade.time, '1m');
    if (minute < this.#finalThrough) {
      this.#addGap({ from: minute, to: minute + MINUTE });
      return 'late';
    }
    const bar = this.#minutes.get(minute);
    if (bar) addTrade(bar, trade);
    else {
      const gap = this.lacks(minute, MINUTE);
      this.#minutes.set(minute, { ...openMinute(minute, trade), gap });
    }
    this.#changed.add(minute);
    return 'new';
  }

  /** As of `asOf` (epoch ms) the venue's newest trade was `id`: shows a missing tail, or that there is none. */
  noteNewest(id: number, asOf: number): void {
    if (id < this.next - 1 && asOf > this.lastTime + OUT_OF_ORDER) {
      this.#namedLower = true;
      return;
    }
    const known = this.#newest;
    if (!known || id > known.id || asOf > known.asOf) this.#newest = { id, asOf };
  }

  /** Drops what the venue said of its newest trade. */
  forgetNewest(): void {
    this.#newest = null;
  }

  /** Ids have not begun again, as far as is known. */
  trust(): void {
    this.#namedLower = false;
    this.#doubtedFrom = Infinity;
  }

  /** A trade whose id is another trade's, or nobody's: it does not count, and its minute is marked. */
  dispute(trade: Pick<VenueTrade, 'time'>): void {
    this.markGap(trade.time, trade.time);
    this.#touched = true;
  }

  /** Gives up on missing ids: the minutes they may belong to are marked, and kept for a later repair. */
  abandon(from: number, to: number): void {
    if (from >= this.next)
      this.markGap(this.lastTime, Math.max(this.lastTime, this.#newest?.asOf ?? 0));
    for (const hole of this.#sequence?.abandon(from, to) ?? [])
      this.markGap(hole.after, hole.before);
    this.#touched = true;
  }

  /** Marks the minutes of [after, before] as incomplete. */
  markGap(after: number, before: number): void {
    const gap = { from: barTime(after, '1m'), to: barTime(before, '1m') + MINUTE };
    this.#addGap(gap);
    for (const bar of this.#minutes.values()) {
      if (bar.time < gap.from || bar.time >= gap.to) continue;
      bar.gap = true;
      this.#changed.add(bar.time);
    }
  }

  /** Every trade older than this (epoch ms) is known. */
  get knownThrough(): number {
    const sequence = this.#sequence;
    if (!sequence) return 0;
    const proven =
      this.#newest && sequence.holes.length === 0 && sequence.next > this.#newest.id
        ? this.#newest.asOf
        : 0;
    return Math.min(this.#doubtedFrom, Math.max(sequence.knownThrough, proven));
  }

  /** Whether anything is to be stored. */
  get dirty(): boolean {
    return (
      this.#touched ||
      this.#changed.size > 0 ||
      (this.synced && barTime(this.knownThrough, '1m') > this.#finalThrough)
    );
  }

  /**
   * Closes what is complete and takes out all that has to be stored: rows, the watermark, and new gaps. The rows are
   * copies; the book goes on.
   */
  take(): { rows: BarRow[]; snapshot: BookSnapshot; gaps: Gap[] } | null {
    if (!this.#sequence) return null;
    const rows = [...this.#leftOver, ...this.#close(barTime(this.knownThrough, '1m'))];
    this.#leftOver = [];
    for (const time of this.#changed) {
      const bar = this.#minutes.get(time);
      if (bar) rows.push({ interval: '1m', bar: { ...bar } });
    }
    const gaps = this.#newGaps;
    this.#changed.clear();
    this.#newGaps = [];
    this.#touched = false;
    return {
      rows,
      gaps,
      snapshot: {
        ...this.#sequence.snapshot(),
        finalThrough: this.#finalThrough,
        completeFrom: this.#completeFrom,
      },
    };
  }

  /** Open minutes, oldest first: copies. */
  openMinutes(): Bar[] {
    const minutes = [...this.#minutes.values()].sort((a, b) => a.time - b.time);
    return minutes.map((bar) => ({ ...bar }));
  }

  /** What an open longer bar has of the minutes that are closed. */
  folded(interval: Interval): Bar | null {
    return this.#folded.get(interval) ?? null;
  }

  /** Replaces longer bars that are still open, after the minutes they come from were changed in the store. */
  refold(folded: readonly BarRow[]): void {
    for (const row of folded) this.#folded.set(row.interval, row.bar);
  }

  #restore(stored: StoredBook): void {
    this.#sequence = new TradeSequence(stored);
    this.#finalThrough = stored.finalThrough;
    this.#completeFrom = stored.completeFrom;
    this.#gaps = stored.gaps;
    this.#minutes = new Map(stored.minutes.map((bar) => [bar.time, bar]));
    this.#folded = new Map(stored.folded.map((row) => [row.interval, row.bar]));
  }

  #checked(trade: VenueTrade): 'duplicate' | 'other' {
    const seen = this.#recent.otherThan(trade);
    if (!seen) return 'duplicate';
    this.markGap(Math.min(seen.time, trade.time), Math.max(seen.time, trade.time));
    this.#touched = true;
    return 'other';
  }

  #addGap(gap: Gap): void {
    if (this.#gaps.some((known) => known.from <= gap.from && known.to >= gap.to)) return;
    this.#gaps.push(gap);
    this.#newGaps.push(gap);
  }

  #historyEnd(minute: number): number {
    if (this.#filledTo !== null) return Math.min(this.#filledTo, minute - UNSEEN);
    return Math.min(this.#completeFrom, minute - UNSEEN);
  }

  *#close(through: number): Generator<BarRow> {
    if (through <= this.#finalThrough) return;
    const due = [...this.#minutes.values()].filter((bar) => bar.time < through);
    for (const bar of due.sort((a, b) => a.time - b.time)) {
      this.#minutes.delete(bar.time);
      this.#changed.delete(bar.time);
      const closed = { ...bar, final: true };
      yield { interval: '1m', bar: closed };
      yield* this.#fold(closed);
    }
    this.#finalThrough = through;
    yield* this.#closeLonger(through);
  }

  *#fold(minute: Bar): Generator<BarRow> {
    for (const interval of LONGER) {
      const time = barTime(minute.time, interval);
      const open = this.#folded.get(interval);
      if (open && open.time < time) yield { interval, bar: { ...open, final: true } };
      const bar = open?.time === time ? joinBars(time, open, minute) : firstPart(time, minute);
      const gap = bar.gap || this.lacks(time, INTERVAL_MS[interval]);
      this.#folded.set(interval, { ...bar, gap });
    }
  }

  *#closeLonger(through: number): Generator<BarRow> {
    for (const [interval, bar] of this.#folded) {
      const final = bar.time + INTERVAL_MS[interval] <= through;
      yield { interval, bar: { ...bar, final } };
      if (final) this.#folded.delete(interval);
    }
  }
}
