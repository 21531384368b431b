import type { Clock } from '@tidemark/clock/clock';
import type { VenueFaults } from '../faults/venue-faults.ts';
import type { Connection } from '../net/connection.ts';
import { Topics } from '../net/topics.ts';
import type { VenueBook } from '../venue-book.ts';
import { matchFrame } from './frames.ts';
import { productInfo } from './product-info.ts';
import { acknowledgedName, type ChannelRequest, parseRequest } from './requests.ts';

/** A client must subscribe within this time, ms. */
const SUBSCRIBE_WITHIN_MS = 5000;
/** Frames a client may send a second. */
const MOST_INBOUND_A_SECOND = 100;

/** The topic of the status channel, which has no product. */
export const STATUS_TOPIC = 'status';

/** Name of a channel of a product among the topics. */
export function topicOf(channel: string, product: string): string {
  return channel === 'status' ? STATUS_TOPIC : `${channel}:${product}`;
}

/** Coinbase Exchange's WebSocket side: who listens to which channel, and how frames reach them. */
export class CoinbaseFeedServer {
  readonly topics = new Topics<Connection>();
  readonly #connections = new Set<Connection>();
  readonly #clock: Clock;
  readonly #faults: VenueFaults;
  readonly #book: VenueBook;
  readonly #onSubscribed: () => void;

  constructor(options: {
    clock: Clock;
    faults: VenueFaults;
    book: VenueBook;
    onSubscribed?: () => void;
  }) {
    this.#clock = options.clock;
    this.#faults = options.faults;
    this.#book = options.book;
    this.#onSubscribed = options.onSubscribed ?? (() => {});
  }

  accepts(url: URL): boolean {
    return url.pathname === '/';
  }

  connected(connection: Connection): void {
    this.#connections.add(connection);
    const cancel = this.#clock.after(SUBSCRIBE_WITHIN_MS, () => {
      if (this.topics.of(connection).size === 0)
        connection.ws.close(1008, 'Client did not subscribe');
    });
    connection.ws.once('close', () => {
      cancel();
      this.#connections.delete(connection);
      this.topics.drop(connection);
    });
    const inbound = { second: 0, count: 0 };
    connection.onText((text) => {
      const second = Math.floor(this.#clock.monotonic() / 1000);
      inbound.count = second === inbound.second ? inbound.count + 1 : 1;
      inbound.second = second;
      if (inbound.count > MOST_INBOUND_A_SECOND) connection.ws.close(1008, 'Too many requests');
      else this.#receive(connection, text);
    });
  }

  /** Sends a frame to those who listen to the topic; it is encoded once. */
  publish(topic: string, frame: string): void {
    const listeners = this.topics.listeners(topic);
    if (!listeners || this.#faults.stalled()) return;
    const bytes = Buffer.from(frame);
    for (const connection of listeners) connection.send(bytes);
  }

  /** Sends text to every client as it is. */
  broadcast(frame: string): void {
    for (const connection of this.#connections) connection.send(frame);
  }

  /** The status channel's frame: every product. */
  statusFrame(): string {
    const products = this.#book
      .listings()
      .map((listing) => ({ ...productInfo(listing), type: 'spot' }));
    return JSON.stringify({ type: 'status', products, currencies: [] });
  }

  #receive(connection: Connection, text: string): void {
    const request = parseRequest(text, (product) => this.#book.has(product));
    if (request.type === 'error') {
      connection.sendJson(request);
      return;
    }
    for (const channel of request.channels) this.#change(connection, request.type, channel);
    this.#acknowledge(connection);
    if (request.type === 'unsubscribe') return;
    for (const channel of request.channels) this.#greet(connection, channel);
    this.#onSubscribed();
  }

  #change(
    connection: Connection,
    type: ChannelRequest['type'],
    channel: ChannelRequest['channels'][number],
  ): void {
    const products = channel.name === 'status' ? [''] : channel.products;
    for (const product of products) {
      const topic = topicOf(channel.name, product);
      if (type === 'subscribe') this.topics.add(connection, topic);
      else this.topics.remove(connection, topic);
    }
  }

  #acknowledge(connection: Connection): void {
    const channels = new Map<string, string[]>();
    for (const topic of this.topics.of(connection)) {
      const [channel = '', product] = topic.split(':');
      const name = acknowledgedName(channel);
      channels.set(name, [...(channels.get(name) ?? []), ...(product ? [product] : [])]);
    }
    connection.sendJson({
      type: 'subscriptions',
      channels: [...channels].map(([name, product_ids]) => ({
        name,
        product_ids,
        account_ids: null,
      })),
    });
  }

  /** What a channel opens with: the last match of each product, or the status. */
  #greet(connection: Connection, channel: ChannelRequest['channels'][number]): void {
    if (channel.name === 'status') connection.send(this.statusFrame());
    if (channel.name !== 'matches') return;
    for (const product of channel.products) {
      const [last] = this.#book.tradesBefore(product, Infinity, 1);
      if (last) connection.send(matchFrame(product, last, 'last_match'));
    }
  }
}
