import type { Clock } from '@tidemark/clock/clock';
import { CLOSE_CODES, StreamRequestSchema, type StreamRequest } from '@tidemark/contracts/stream';
import { Compile } from 'typebox/compile';
import type { RawData } from 'ws';
import type { Connection } from './connection.ts';
import type { LatestValues } from './latest-values.ts';
import type { StreamLimits } from './limits.ts';
import { MessageBudget } from './message-budget.ts';
import { checkCoins, type Refused, type StreamQuery } from './stream-query.ts';
import { EVERY_COIN, type Subscriptions } from './subscriptions.ts';

export interface ReaderContext {
  clock: Clock;
  limits: StreamLimits;
  latest: LatestValues;
  subscriptions: Subscriptions<Connection>;
  knownCoins(): ReadonlySet<string> | null;
}

const streamRequest = Compile(StreamRequestSchema);

/** What one connection asked for, in its URL and by messages since. */
export class Reader {
  readonly #connection: Connection;
  readonly #context: ReaderContext;
  readonly #budget: MessageBudget;
  readonly #coins = new Set<string>();
  #channels: readonly string[] = [];

  constructor(connection: Connection, context: ReaderContext) {
    this.#connection = connection;
    this.#context = context;
    const { messageBurst, messagesPerSecond } = context.limits;
    this.#budget = new MessageBudget(messageBurst, messagesPerSecond, context.clock.monotonic());
  }

  /** Subscribes to what the URL asked for and sends the snapshot; or says why not, and closes. */
  open(query: StreamQuery | Refused): void {
    if ('refused' in query) {
      this.#refuse(query.refused);
      return;
    }
    this.#channels = query.candles === null ? ['price'] : ['price', `candle:${query.candles}`];
    this.#subscribe(query.coins === 'all' ? [EVERY_COIN] : query.coins);
  }

  /** A message of the client: at most 4 KB of JSON. Anything else is refused and closes the connection. */
  hear(data: RawData, isBinary: boolean): void {
    this.#connection.sawLife();
    if (!this.spend()) return;
    const request = isBinary ? null : parseRequest(data);
    if (request === null) this.#refuse('not a message of this stream');
    else this.#obey(request);
  }

  /** Takes a message or a ping off the client's budget; closes the connection when it is spent. */
  spend(): boolean {
    if (this.#connection.closing) return false;
    if (this.#budget.take(this.#context.clock.monotonic())) return true;
    this.#refuse('too many messages', 'RATE_LIMITED');
    return false;
  }

  leave(): void {
    this.#unsubscribe([...this.#coins]);
  }

  #obey(request: StreamRequest): void {
    if (request.type === 'ping') this.#connection.beat();
    else if (request.type === 'unsubscribe') this.#unsubscribe(request.coins);
    else this.#widen(request.coins);
  }

  /** The first coins named on a connection that takes all of them narrow it to these. */
  #widen(named: readonly string[]): void {
    const kept = [...this.#coins].filter((coin) => coin !== EVERY_COIN);
    const coins = checkCoins([...kept, ...named], this.#context.knownCoins());
    if (!Array.isArray(coins)) {
      this.#refuse(coins.refused);
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

  #refuse(message: string, code: 'INVALID_REQUEST' | 'RATE_LIMITED' = 'INVALID_REQUEST'): void {
    this.#connection.say({ type: 'error', data: { code, message } });
    this.#connection.close({ code: CLOSE_CODES.BAD_REQUEST, reason: message.slice(0, 100) });
  }
}

function parseRequest(data: RawData): StreamRequest | null {
  try {
    const value: unknown = JSON.parse((data as Buffer).toString('utf8'));
    return streamRequest.Check(value) ? value : null;
  } catch {
    return null;
  }
}
