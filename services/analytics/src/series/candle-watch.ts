import { RATE_COIN_ID } from '@tidemark/contracts/coin';
import { CANDLE_REWRITES, CANDLES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { SeriesShelf } from './series-shelf.ts';

/**
 * Tells the shelf which candles closed and which were changed out of their order. Every replica hears of all of them: each
 * keeps every series itself, and what one misses the shelf's own looking finds. The bus says which bars; the store says
 * what they are. Where the rate's candles change, so does every coin that is converted by them.
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
      for (const { value } of messages) {
        const { coin_id, interval, from } = value;
        if (coin_id === RATE_COIN_ID) shelf.toldOfAll(interval, from);
        else shelf.told(coin_id, interval, from);
      }
    },
  });
  return async () => {
    await Promise.all([closed.close(), rewritten.close()]);
  };
}
