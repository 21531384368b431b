import type { PriceTick } from '@tidemark/contracts/price';

/** What the web app uses of the server's stream messages. */
export type Incoming =
  | { type: 'price_update'; data: PriceTick }
  | { type: 'heartbeat' }
  | { type: 'error'; message: string };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isTick(value: unknown): value is PriceTick {
  return (
    isRecord(value) &&
    typeof value.coin_id === 'string' &&
    typeof value.price === 'number' &&
    typeof value.timestamp === 'string' &&
    typeof value.quality === 'string' &&
    typeof value.simulated === 'boolean'
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads one text frame; null for what is malformed or of a type that is not used here. */
export function parseStreamMessage(text: unknown): Incoming | null {
  const message = typeof text === 'string' ? parseJson(text) : null;
  if (!isRecord(message)) return null;
  const { type, data } = message;
  if (type === 'heartbeat') return { type };
  if (type === 'price_update' && isTick(data)) return { type, data };
  if (type === 'error' && isRecord(data)) return { type, message: String(data.message) };
  return null;
}
