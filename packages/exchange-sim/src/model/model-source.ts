import type { Clock } from '@tidemark/clock/clock';
import { LiveTape } from '../live-tape.ts';
import type { MarketSource } from '../market-source.ts';
import type { SimCoin } from '../products.ts';
import { createMarketModel, type MarketModel } from './market-model.ts';
import { ModelBook } from './model-book.ts';

/** The seeded model, live from now on; and the model itself, for what else is told of it. */
export function createModelSource(options: {
  clock: Clock;
  seed: number;
  rate: number;
  coins: readonly SimCoin[];
}): MarketSource & { model: MarketModel } {
  const model = createMarketModel(options);
  const live = new LiveTape(options.clock);
  return {
    model,
    books: {
      binance: new ModelBook(model.binance, options.clock),
      coinbase: new ModelBook(model.coinbase, options.clock),
    },
    start: ({ binance, coinbase }) => {
      for (const tree of model.binance.values()) live.add(tree, binance.publisher);
      for (const tree of model.coinbase.values()) live.add(tree, coinbase.publisher);
      live.start();
    },
    subscribed: () => {},
    stop: () => live.stop(),
    replayed: Promise.resolve(),
  };
}
