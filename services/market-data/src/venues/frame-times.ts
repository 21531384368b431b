import type { Bounds } from './time-bounds.ts';

/** Frames that are remembered, one each 100 ms at most, and how many make a measure. */
const KEPT = 32;
const EVERY = 100;
const ENOUGH = 16;
/** The middle half of frames that make a measure lies this close together, ms. */
const SPREAD = 5_000;
/** What the venue's clock may be behind and ahead of the better frames, ms. */
const BEHIND = 250;
const LATENCY = 750;

/**
 * The venue's times in frames against the steady clock at their receipt. A frame is late by an unknown time and never early;
 * one with a wrong time counts little, as the upper quarter is taken and not the highest.
 */
export class FrameTimes {
  #over: number[] = [];
  #notedAt = -Infinity;

  /** `time`: epoch ms of the venue; `steady`: monotonic ms of the receipt. Answers whether it was taken. */
  note(time: number, steady: number): boolean {
    if (steady - this.#notedAt < EVERY) return false;
    this.#notedAt = steady;
    this.#over.push(time - steady);
    if (this.#over.length > KEPT) this.#over.shift();
    return true;
  }

  clear(): void {
    this.#over = [];
  }

  /** Null while there are too few, or they contradict one another. */
  bounds(): Bounds | null {
    if (this.#over.length < ENOUGH) return null;
    const sorted = [...this.#over].sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0;
    if (at(0.75) - at(0.25) > SPREAD) return null;
    return { low: at(0.75) - BEHIND, high: at(0.75) + LATENCY };
  }
}
