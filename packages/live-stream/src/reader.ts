import type { Clock } from '@tidemark/clock/clock';
import type { StreamSubscription } from '@tidemark/contracts/stream';
import type { RawData } from 'ws';
import type { Peer } from './connection-pool.ts';
import type { Connection } from './connection.ts';
import { Conversation, type Wish } from './conversation.ts';
import { candleChannel } from './encoded.ts';
import type { LatestValues } from './latest-values.ts';
import type { StreamLimits } from './limits.ts';
import { checkCoins, slugsOf } from './named-coins.ts';
import { quoted, type Refused } from './refused.ts';
import type { StreamQuery } from './stream-query.ts';
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
  #candles: StreamQuery['candles'] = null;

  constructor(connection: Connection, query: StreamQuery | Refused, context: ReaderContext) {
    this.#connection = connection;
    this.#context = context;
    this.#query = query;
    this.#conversation = new Conversation(connection, context.clock, context.limits);
  }

  /** Subscribes to what the URL asked for and sends the first picture; or says why not, and closes. */
  open(): void {
    const query = this.#query;
    if ('field' in query) {
      this.#conversation.refuse(query);
      return;
    }
    this.#candles = query.candles;
    const named = query.coins === 'all' ? { coins: [EVERY_COIN], refused: null } : query.coins;
    if (named.refused) this.#conversation.complain(named.refused);
    this.#subscribe(named.coins);
    this.#say('snapshot_end');
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
    if (wish.type === 'unsubscribe') this.#narrow(wish.coins);
    else this.#widen(wish.coins);
  }

  #narrow(named: readonly string[]): void {
    const coins = slugsOf(named);
    const others = coins.filter((coin) => !this.#coins.has(coin));
    const reason = this.#coins.has(EVERY_COIN)
      ? 'this connection is to every coin: subscribe to some first'
      : `not subscribed: ${quoted(others)}`;
    if (others.length > 0) this.#conversation.complain({ field: 'coins', reason });
    this.#unsubscribe(coins);
    this.#say('unsubscribed');
  }

  /** The first coins named on a connection that takes all of them narrow it to these. */
  #widen(named: readonly string[]): void {
    const fresh = this.#freshOf(named);
    if (fresh.length > 0) {
      this.#unsubscribe([EVERY_COIN]);
      for (const coin of fresh) this.#coins.add(coin);
    }
    this.#say('subscribed');
    this.#subscribe(fresh);
    this.#say('snapshot_end');
  }

  /** Those of the named coins that the connection does not have; complains of what it cannot have. */
  #freshOf(named: readonly string[]): readonly string[] {
    const kept = [...this.#coins].filter((coin) => coin !== EVERY_COIN);
    const checked = checkCoins([...kept, ...named], this.#context.knownCoins());
    const refused = 'field' in checked ? checked : checked.refused;
    if (refused) this.#conversation.complain(refused);
    return 'field' in checked ? [] : checked.coins.filter((coin) => !this.#coins.has(coin));
  }

  #say(type: 'subscribed' | 'unsubscribed' | 'snapshot_end'): void {
    const all = this.#coins.has(EVERY_COIN);
    const data: StreamSubscription = {
      all,
      coins: all ? [] : [...this.#coins],
      candles: this.#candles?.interval ?? null,
      exchange: this.#candles?.exchange ?? null,
    };
    this.#connection.say({ type, data });
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
    const channels = [this.#context.channel];
    if (this.#candles) channels.push(candleChannel(this.#candles.interval, this.#candles.exchange));
    for (const channel of channels) for (const coin of coins) visit(channel, coin);
  }
}
