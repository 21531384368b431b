import type { Price, PriceUpdate } from '@tidemark/contracts/price';

/** A price as the bus has it that went nowhere on the way. @param at when it was told, epoch ms */
export function toldPrice(price: Price, at = Date.parse(price.timestamp)): PriceUpdate {
  return { ...price, told_at: at, low: price.price, high: price.price };
}
