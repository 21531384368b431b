import { Encoded, type Update } from './encoded.ts';
import { EVERY_COIN } from './subscriptions.ts';

/** The latest value per key, found by channel and coin: what a new connection gets first. */
export class LatestValues {
  readonly #channels = new Map<string, Map<string, Map<string, Encoded>>>();

  /** Keeps the value unless one of a higher order is there; either way it comes back encoded. */
  set(update: Update): Encoded {
    const coins = this.#channels.get(update.channel) ?? new Map<string, Map<string, Encoded>>();
    this.#channels.set(update.channel, coins);
    const values = coins.get(update.coin) ?? new Map<string, Encoded>();
    coins.set(update.coin, values);
    const encoded = new Encoded(update.key, update.message, update.order);
    const known = values.get(update.key);
    if (!known || known.order <= encoded.order) values.set(update.key, encoded);
    return encoded;
  }

  has(update: Update): boolean {
    return this.#channels.get(update.channel)?.get(update.coin)?.has(update.key) ?? false;
  }

  forEach(channel: string, coin: string, visit: (value: Encoded) => void): void {
    const coins = this.#channels.get(channel);
    if (coin === EVERY_COIN) coins?.forEach((values) => values.forEach(visit));
    else coins?.get(coin)?.forEach(visit);
  }
}
