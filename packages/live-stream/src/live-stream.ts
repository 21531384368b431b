import { ConnectionPool, type ConnectionPoolOptions } from './connection-pool.ts';
import type { Connection } from './connection.ts';
import type { Update } from './encoded.ts';
import { LatestValues } from './latest-values.ts';
import { Reader, type ReaderContext } from './reader.ts';
import { COIN_PARAMETERS, parseStreamQuery, PRICE_PARAMETERS } from './stream-query.ts';
import { Subscriptions } from './subscriptions.ts';
import type { Upgrade } from './upgrade-router.ts';

export interface LiveStreamOptions extends ConnectionPoolOptions {
  /** What a reader gets of its coins; default `price`, and candles where they are asked for. */
  channel?: string;
  /** The coins there are; null: not known yet, any well-formed slug will do. */
  knownCoins(): ReadonlySet<string> | null;
}

/**
 * Fan-out of what there is to say of coins to WebSocket readers. A connection gets the latest value of each coin it asked
 * for (`?coins=a,b`, all when it names none; of prices, `&candles=1m` adds candles, `&exchange=` says whose), `snapshot_end`,
 * then updates. A value is encoded once, whatever the number of readers.
 */
export class LiveStream {
  readonly #options: LiveStreamOptions;
  readonly #pool: ConnectionPool;
  readonly #latest = new LatestValues();
  readonly #subscriptions = new Subscriptions<Connection>();
  readonly #context: ReaderContext;

  constructor(options: LiveStreamOptions) {
    this.#options = options;
    this.#pool = new ConnectionPool(options);
    this.#context = {
      clock: options.clock,
      limits: this.#pool.limits,
      latest: this.#latest,
      subscriptions: this.#subscriptions,
      channel: options.channel ?? 'price',
      knownCoins: () => options.knownCoins(),
    };
  }

  /** Open connections. */
  get size(): number {
    return this.#pool.size;
  }

  /** Opens a connection, or refuses it with 503 when there are too many or the stream is closed. */
  accept(upgrade: Upgrade): void {
    const { searchParams } = upgrade.url;
    const parameters = this.#options.channel === undefined ? PRICE_PARAMETERS : COIN_PARAMETERS;
    this.#pool.accept(upgrade, (connection) => {
      const query = parseStreamQuery(searchParams, parameters, this.#options.knownCoins());
      return new Reader(connection, query, this.#context);
    });
  }

  /** Sends a value to its readers, and keeps it as the latest of its key. */
  publish(update: Update): void {
    const value = this.#latest.set(update);
    this.#subscriptions.forEach(update.channel, update.coin, (connection) => {
      connection.send(value);
    });
  }

  /** Publishes a value unless a newer one of its key was published: what was stored before the start. */
  seed(update: Update): void {
    if (!this.#latest.has(update)) this.publish(update);
  }

  /** Closes every connection with 1001; resolves when they are gone, at most `closeMs` later. */
  close(): Promise<void> {
    return this.#pool.close();
  }
}
