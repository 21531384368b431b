const STEP = 250;
/** The service answers for no more: on bars before those the overlays end. */
const MOST = 1000;

/** Closed bars to ask for, so that `bars` are covered. In steps, so that each new bar is not another question. */
export function overlayLimit(bars: number): number {
  return Math.min(MOST, Math.max(1, Math.ceil(bars / STEP)) * STEP);
}
