import type { CandleEvent } from '@tidemark/contracts/candle';
import type { PriceTick } from '@tidemark/contracts/price';
import type { SentimentUpdate } from '@tidemark/contracts/sentiment';
import type { StreamMessage } from '@tidemark/contracts/stream';

/** A value on a stream: the latest of its `key` stands for all before it. */
export interface Update {
  /** What connections subscribe to: `price`, `candle:1m`. */
  channel: string;
  coin: string;
  /** Which value this is the latest of. */
  key: string;
  message: StreamMessage;
}

export function priceUpdate(tick: PriceTick): Update {
  const coin = tick.coin_id;
  return {
    channel: 'price',
    coin,
    key: `price:${coin}`,
    message: { type: 'price_update', data: tick },
  };
}

export function candleUpdate(candle: CandleEvent): Update {
  const channel = `candle:${candle.interval}`;
  const coin = candle.coin_id;
  return {
    channel,
    coin,
    key: `${channel}:${coin}:${candle.exchange}`,
    message: { type: 'candle_update', data: candle },
  };
}

/** The channel of sentiment. */
export const SENTIMENT = 'sentiment';

export function sentimentUpdate(sentiment: SentimentUpdate): Update {
  const coin = sentiment.coin_id;
  return {
    channel: SENTIMENT,
    coin,
    key: `${SENTIMENT}:${coin}`,
    message: { type: 'sentiment_update', data: sentiment },
  };
}

/** A message as JSON bytes, made at the first reader and shared by all of them. */
export class Encoded {
  readonly key: string;
  readonly #message: StreamMessage;
  #bytes: Buffer | undefined;

  constructor(key: string, message: StreamMessage) {
    this.key = key;
    this.#message = message;
  }

  get bytes(): Buffer {
    this.#bytes ??= Buffer.from(JSON.stringify(this.#message));
    return this.#bytes;
  }
}
