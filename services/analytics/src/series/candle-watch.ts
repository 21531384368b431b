import { CANDLES } from '@tidemark/contracts/topics';
import type { EventBus, Subscription } from '@tidemark/event-bus/event-bus';
import type { SeriesShelf } from './series-shelf.ts';

/**
 * Tells the shelf which closed candles were stored. Every replica hears of all of them: each keeps every series itself,
 * and what one misses the shelf's own looking finds. The bus says which bars; the store says what they are.
 */
export async function watchCandles(bus: EventBus, shelf: SeriesShelf): Promise<Subscription> {
  return bus.subscribe(CANDLES, {
    onBatch: (messages) => {
      for (const { value } of messages) {
        if (value.final) shelf.told(value.coin_id, value.interval, value.time);
      }
    },
  });
}
