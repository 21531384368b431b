import type { PriceTick } from '@tidemark/contracts/price';

export interface FrameBatch {
  /** Keeps a tick until the next frame; a newer one of the same coin takes its place. */
  add(tick: PriceTick): void;
}

/**
 * Hands ticks over once an animation frame, the latest of each coin: the browser asks for no frame
 * while the page is hidden, so what waits is never more than one tick a coin.
 */
export function createFrameBatch(
  requestFrame: (callback: () => void) => unknown,
  deliver: (ticks: PriceTick[]) => void,
): FrameBatch {
  const waiting = new Map<string, PriceTick>();
  let asked = false;

  function flush() {
    asked = false;
    if (waiting.size === 0) return;
    const ticks = [...waiting.values()];
    waiting.clear();
    deliver(ticks);
  }

  return {
    add(tick) {
      waiting.set(tick.coin_id, tick);
      if (asked) return;
      asked = true;
      requestFrame(flush);
    },
  };
}
