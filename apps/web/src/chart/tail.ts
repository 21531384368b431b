/** Bars that the tail query asks for: the one that moves and two that may just have closed. */
export const TAIL_BARS = 3;
