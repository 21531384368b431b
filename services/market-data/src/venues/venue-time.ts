import type { Clock } from '@tidemark/clock/clock';
import { OtherWallClock } from '@tidemark/clock/other-wall-clock';
import { FrameTimes } from './frame-times.ts';
import { agree, type Bounds, middleOf, overlapOf } from './time-bounds.ts';

/** Servers behind one name differ a little, and clocks run apart between two answers, ms. */
const SLACK = 250;
/** Answers that are remembered. */
const KEPT = 8;
/** A change of this much between the wall clock and the steady one means that somebody has set the former, ms. */
const JUMP = 1_000;

/** A time that a venue told in an answer. */
export interface ToldTime {
  /** Epoch ms; what it shows may be `resolutionMs` more. */
  time: number;
  resolutionMs: number;
  /** Monotonic ms of this machine. */
  sentAt: number;
  receivedAt: number;
}

/**
 * What a venue's clock shows, as far as can be known here: between a request and its answer lies the time that the answer tells.
 * It hangs on this machine's steady clock, so that setting the wall clock changes nothing. The wall clock is believed where
 * the venue does not contradict it. One answer that disagrees with those before it changes nothing; two that agree with
 * each other do. While nothing was answered, the times of frames stand in.
 *
 * As a `Clock` it tells the venue's time; its timers are the machine's. ADR 0018.
 */
export class VenueTime extends OtherWallClock {
  readonly #clock: Clock;
  readonly #frames = new FrameTimes();
  /** Answers that agree with one another, and those since that agree among themselves alone. */
  #answers: Bounds[] = [];
  #doubts: Bounds[] = [];
  /** The wall clock was set since the last answer, or the machine slept: the steady clock may have missed time. */
  #unsure = true;
  #bounds: Bounds | null = null;
  #wallOverSteady: number;

  constructor(clock: Clock) {
    super(clock);
    this.#clock = clock;
    this.#wallOverSteady = clock.now() - clock.monotonic();
  }

  /** Epoch ms on the venue's clock; this machine's until the venue's is known. */
  now(): number {
    const wall = this.#clock.now();
    const bounds = this.#bounds;
    if (!bounds) return wall;
    const steady = this.#clock.monotonic();
    const over = wall - steady;
    return over >= bounds.low && over <= bounds.high ? wall : steady + middleOf(bounds);
  }

  /** Whether the venue has told enough to know its time. */
  get known(): boolean {
    return this.#bounds !== null;
  }

  /** Whether another answer would make it surer. */
  get wantsAnswer(): boolean {
    return this.#unsure || this.#answers.length < 3 || this.#doubts.length > 0;
  }

  /** How far this machine's clock is ahead of the venue's, ms, 0 within what can be measured; null: not known yet. */
  get offsetMs(): number | null {
    return this.#bounds ? Math.round(this.#clock.now() - this.now()) : null;
  }

  /** What the venue's clock showed at least at a moment of the steady clock, epoch ms; null: not known. */
  earliestAt(steady: number): number | null {
    return this.#bounds ? steady + this.#bounds.low : null;
  }

  noteAnswer({ time, resolutionMs, sentAt, receivedAt }: ToldTime): void {
    const told: Bounds = {
      low: time - receivedAt - SLACK,
      high: time + resolutionMs - sentAt + SLACK,
    };
    if (agree(this.#answers, told)) {
      this.#answers = [...this.#answers, told].slice(-KEPT);
      this.#doubts = [];
      this.#unsure = false;
    } else if (agree(this.#doubts, told)) {
      this.#doubts.push(told);
      if (this.#doubts.length >= 2) this.#believeDoubts();
    } else this.#doubts = [told];
    this.#settle();
  }

  /** The venue's own time in a frame that came just now: what its clock shows is no less, and hardly more. */
  noteFrame(time: number): void {
    if (this.#frames.note(time, this.#clock.monotonic()) && this.#unsure) this.#settle();
  }

  /** Compares the wall clock with the steady one, to be called each second; answers by how much it was set, ms. */
  look(): number {
    const over = this.#clock.now() - this.#clock.monotonic();
    const jump = over - this.#wallOverSteady;
    this.#wallOverSteady = over;
    if (Math.abs(jump) < JUMP) return 0;
    this.#unsure = true;
    this.#frames.clear();
    return jump;
  }

  #believeDoubts(): void {
    this.#answers = this.#doubts;
    this.#doubts = [];
    this.#unsure = false;
  }

  #settle(): void {
    const frames = this.#unsure ? this.#frames.bounds() : null;
    if (frames) this.#bounds = frames;
    else if (this.#answers.length >= 2) this.#bounds = overlapOf(this.#answers);
  }
}
