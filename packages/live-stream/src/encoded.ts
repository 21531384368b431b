import type { CandleExchange, CandleUpdate, Interval } from '@tidemark/contracts/candle';
import type { PriceTick } from '@tidemark/contracts/price';
import type { SentimentUpdate } from '@tidemark/contracts/sentiment';
import type { StreamContent } from '@tidemark/contracts/stream';

/** A value on a stream: the latest of its `key` stands for all before it. */
export interface Update {
  /** What connections subscribe to: `price`, `candle:1m:consolidated`. */
  channel: string;
  coin: string;
  /** Which value this is the latest of. */
  key: string;
  /** Where it stands among those of its key: a lower one is sent and does not become the latest. */
  order?: number;
  message: StreamContent;
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

/** The channel of one interval's candles, of one venue or of all of them together. */
export function candleChannel(interval: Interval, exchange: CandleExchange): string {
  return `candle:${interval}:${exchange}`;
}

export function candleUpdate(candle: CandleUpdate): Update {
  const channel = candleChannel(candle.interval, candle.exchange);
  const coin = candle.coin_id;
  return {
    channel,
    coin,
    key: `${channel}:${coin}`,
    order: candle.time,
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

/** A message as JSON, made at the first reader and shared by all of them but for its number. */
export class Encoded {
  readonly key: string;
  readonly order: number;
  readonly #message: StreamContent;
  #rest: Buffer | undefined;

  constructor(key: string, message: StreamContent, order = 0) {
    this.key = key;
    this.order = order;
    this.#message = message;
  }

  /** The message as UTF-8, with its number on a connection. */
  numbered(seq: number): Buffer {
    this.#rest ??= Buffer.from(`,${JSON.stringify(this.#message).slice(1)}`);
    const head = `{"seq":${seq}`;
    const bytes = Buffer.allocUnsafe(head.length + this.#rest.length);
    bytes.write(head, 'latin1');
    this.#rest.copy(bytes, head.length);
    return bytes;
  }
}
