import type { Clock } from '@tidemark/clock/clock';
import type { RawData } from 'ws';
import type { Peer } from './connection-pool.ts';
import type { Connection } from './connection.ts';
import { Conversation, type Wish } from './conversation.ts';
import type { LatestValues } from './latest-values.ts';
import type { StreamLimits } from './limits.ts';
import { checkCoins, type Refused, type StreamQuery } from './stream-query.ts';
import { EVERY_COIN, type Subscriptions } from './subscriptions.ts';

export interface ReaderContext {
  clock: Clock;
  limits: StreamLimits;
  latest: LatestValues;
  subscriptions: Subscriptions<Connection>;
  /** What every reader gets of its coins. */
  channel: string;
  knownCoins(): ReadonlySet<string> | null;
}

/** What one connection asked for, in its URL and by messages since. */
export class Reader implements Peer {
  readonly #connection: Connection;
  readonly #context: ReaderContext;
  readonly #conversation: Conversation;
  readonly #query: StreamQuery | Refused;
  readonly #coins = new Set<string>();
  #channels: readonly string[] = [];

  constructor(connection: Connection, query: StreamQuery | Refused, context: ReaderContext) {
    this.#connection = connection;
    this.#context = context;
    this.#query = query;
    this.#conversation = new Conversation(connection, context.clock, context.limits);
  }

  /** Subscribes to what the URL asked for and sends the snapshot; or says why not, and closes. */
  open(): void {
    if ('refused' in this.#query) {
      this.#conversation.refuse(this.#query.refused);
      return;
    }
    const { candles, coins } = this.#query;
    const { channel } = this.#context;
    this.#channels = candles === null ? [channel] : [channel, `candle:${candles}`];
    this.#subscribe(coins === 'all' ? [EVERY_COIN] : coins);
  }

  hear(data: RawData, isBinary: boolean): void {
    const wish = this.#conversation.hear(data, isBinary);
    if (wish) this.#obey(wish);
  }

  spend(): void {
    this.#conversation.spend();
  }

  leave(): void {
    this.#unsubscribe([...this.#coins]);
  }

  #obey(wish: Wish): void {
    if (wish.type === 'unsubscribe') this.#unsubscribe(wish.coins);
    else this.#widen(wish.coins);
  }

  /** The first coins named on a connection that takes all of them narrow it to these. */
  #widen(named: readonly string[]): void {
    const kept = [...this.#coins].filter((coin) => coin !== EVERY_COIN);
    const coins = checkCoins([...kept, ...named], this.#context.knownCoins());
    if (!Array.isArray(coins)) {
      this.#conversation.refuse(coins.refused);
      return;
    }
    this.#unsubscribe([EVERY_COIN]);
    this.#subscribe(coins.filter((coin) => !this.#coins.has(coin)));
  }

  #subscribe(coins: readonly string[]): void {
    const { latest, subscriptions } = this.#context;
    for (const coin of coins) this.#coins.add(coin);
    this.#eachTopic(coins, (channel, coin) => {
      subscriptions.add(this.#connection, channel, coin);
      latest.forEach(channel, coin, (value) => this.#connection.send(value));
    });
  }

  #unsubscribe(coins: readonly string[]): void {
    for (const coin of coins) this.#coins.delete(coin);
    this.#eachTopic(coins, (channel, coin) => {
      this.#context.subscriptions.remove(this.#connection, channel, coin);
    });
  }

  #eachTopic(coins: readonly string[], visit: (channel: string, coin: string) => void): void {
    for (const channel of this.#channels) for (const coin of coins) visit(channel, coin);
  }
}
