import type { Interval } from '@tidemark/contracts/candle';
import { isRateCoin } from '@tidemark/contracts/coin';
import { CANDLE_REWRITES, CANDLES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { MarketClock } from '../market/market-clock.ts';
import type { SeriesShelf } from './series-shelf.ts';

/**
 * Tells the shelf which candles closed and which were changed out of their order. Every replica hears of all of them: each
 * keeps every series itself, and what one misses the shelf's own looking finds. The bus says which bars; the store says
 * what they are. Where the rate's candles close or change, so does every coin that is converted by them: a coin's candle is
 * closed when the rate's is.
 */
export async function watchCandles(
  bus: EventBus,
  shelf: SeriesShelf,
  clock: MarketClock,
): Promise<() => Promise<void>> {
  const closed = await bus.subscribe(CANDLES, {
    onBatch: (messages) => {
      for (const { value } of messages) {
        const { coin_id, interval, time } = value;
        if (!value.final) clock.note(time);
        else
          for (const coin of changedBy(coin_id, interval, shelf))
            shelf.closed(coin, interval, time);
      }
    },
  });
  const rewritten = await bus.subscribe(CANDLE_REWRITES, {
    onBatch: (messages) => {
      for (const { value } of messages) {
        const { coin_id, interval, from } = value;
        for (const coin of changedBy(coin_id, interval, shelf))
          shelf.rewritten(coin, interval, from);
      }
    },
  });
  return async () => {
    await Promise.all([closed.close(), rewritten.close()]);
  };
}

/** The coins whose bars are others when those of a coin are: all that it converts, where it is the rate. */
function changedBy(coinId: string, interval: Interval, shelf: SeriesShelf): string[] {
  return isRateCoin(coinId) ? shelf.coinsOf(interval) : [coinId];
}
