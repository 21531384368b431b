/**
 * A consolidated bar becomes final without a venue once another has closed the minutes for this long after its end, ms. No
 * clock takes part: what is final follows from what is stored. ADR 0020.
 */
export const FINAL_BOUND = 60_000;
