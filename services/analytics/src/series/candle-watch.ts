import { CANDLE_REWRITES, CANDLES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { SeriesShelf } from './series-shelf.ts';

/**
 * Tells the shelf which candles closed and which were changed out of their order. Every replica hears of all of them: each
 * keeps every series itself, and what one misses the shelf's own looking finds. The bus says which bars; the store says
 * what they are.
 */
export async function watchCandles(
  bus: EventBus,
  shelf: SeriesShelf,
): Promise<() => Promise<void>> {
  const closed = await bus.subscribe(CANDLES, {
    onBatch: (messages) => {
      for (const { value } of messages) {
        if (value.final) shelf.told(value.coin_id, value.interval, value.time);
      }
    },
  });
  const rewritten = await bus.subscribe(CANDLE_REWRITES, {
    onBatch: (messages) => {
      for (const { value } of messages) shelf.told(value.coin_id, value.interval, value.from);
    },
  });
  return async () => {
    await Promise.all([closed.close(), rewritten.close()]);
  };
}
