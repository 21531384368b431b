import type { StreamMessage } from '@tidemark/contracts/stream';

/** The time of the newest trade in a price, epoch ms; null: no price. No two trades of the venue have the same. */
export function priceTime(message: unknown): number | null {
  const { type, data } = message as StreamMessage;
  return type === 'price_update' ? Date.parse(data.timestamp) : null;
}
