import type { Interval } from '@tidemark/contracts/candle';
import { RATE_COIN_IDS } from '@tidemark/contracts/coin';
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
        if (value.final) tell(shelf, value, value.time);
        else clock.note(value.time);
      }
    },
  });
  const rewritten = await bus.subscribe(CANDLE_REWRITES, {
    onBatch: (messages) => {
      for (const { value } of messages) {
        tell(shelf, value, value.from);
      }
    },
  });
  return async () => {
    await Promise.all([closed.close(), rewritten.close()]);
  };
}

function tell(
  shelf: SeriesShelf,
  { coin_id, interval }: { coin_id: string; interval: Interval },
  time: number,
): void {
  if (RATE_COIN_IDS.some((id) => id === coin_id)) shelf.toldOfAll(interval, time);
  else shelf.told(coin_id, interval, time);
}
