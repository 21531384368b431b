import type { PriceTick } from '@tidemark/contracts/price';

/**
 * Keeps each tick that it is given until the next animation frame, and hands over the latest of each coin then. The browser
 * asks for no frame while the page is hidden, so what waits is never more than one tick a coin.
 */
export function createFrameBatch(
  requestFrame: (callback: () => void) => unknown,
  deliver: (ticks: PriceTick[]) => void,
): (tick: PriceTick) => void {
  const waiting = new Map<string, PriceTick>();
  let asked = false;

  function flush() {
    asked = false;
    if (waiting.size === 0) return;
    const ticks = [...waiting.values()];
    waiting.clear();
    deliver(ticks);
  }

  return (tick) => {
    waiting.set(tick.coin_id, tick);
    if (asked) return;
    asked = true;
    requestFrame(flush);
  };
}
