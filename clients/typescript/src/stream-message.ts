import type { components } from './generated/streams.ts';

type Schemas = components['schemas'];

/** A price as a stream tells it. */
export type PriceTick = Schemas['PriceUpdateData'];
/** A candle as a stream tells it, in the form of `GET /api/market/candles/{coin_id}`. */
export type CandleUpdate = Schemas['CandleUpdateData'];
/** What a connection is to. */
export type StreamSubscription = Schemas['SubscribedData'];

/** A message of the server. */
export type StreamMessage =
  | Schemas['PriceUpdate']
  | Schemas['CandleUpdate']
  | Schemas['SentimentUpdate']
  | Schemas['PortfolioUpdate']
  | Schemas['Subscribed']
  | Schemas['Unsubscribed']
  | Schemas['SnapshotEnd']
  | Schemas['Pong']
  | Schemas['Heartbeat']
  | Schemas['Error'];

/** Fields without which a message is of no use, and what they are. */
const NEEDED: { readonly [T in StreamMessage['type']]?: Readonly<Record<string, string>> } = {
  price_update: { coin_id: 'string', price: 'number', timestamp: 'string', quality: 'string' },
  candle_update: { coin_id: 'string', interval: 'string', time: 'number', close: 'number' },
};

/**
 * Reads one text frame; null for what is malformed. A type that this version does not know comes through as it is: take
 * no notice of types that you do not know either.
 */
export function readMessage(text: unknown): StreamMessage | null {
  const message = typeof text === 'string' ? parseJson(text) : null;
  if (!isRecord(message) || !isRecord(message.data) || typeof message.seq !== 'number') return null;
  const { data, type } = message;
  if (typeof type !== 'string') return null;
  const needed = NEEDED[type as StreamMessage['type']] ?? {};
  const fits = Object.entries(needed).every(([name, kind]) => typeof data[name] === kind);
  return fits ? (message as unknown as StreamMessage) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
