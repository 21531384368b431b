import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';
import { type BinanceVenue, createBinanceVenue } from './binance/binance-venue.ts';
import type { BinanceLimits } from './binance/client.ts';
import { type CoinbaseVenue, createCoinbaseVenue } from './coinbase/coinbase-venue.ts';
import { type ControlledVenue, createControl, type SimControl } from './faults/sim-control.ts';
import { VenueFaults } from './faults/venue-faults.ts';
import { createModelSource } from './model/model-source.ts';
import type { Venue } from './model/product.ts';
import { hashText, Random } from './model/random.ts';
import type { MarketSource } from './market-source.ts';
import { NewsListener } from './news/news-listener.ts';
import { createNewsMarket, type NewsMarket } from './news/news-market.ts';
import { DEFAULT_COINS, type SimCoin } from './products.ts';
import { REFERENCE_PATH, ReferenceListener } from './reference/reference-listener.ts';
import { createReplaySource, type ReplayOptions } from './replay/replay-source.ts';
import { createTape, type Tape } from './tape.ts';
import { ToldBook } from './told-book.ts';
import type { VenueBook } from './venue-book.ts';

export interface ExchangeSimOptions {
  /** Default 127.0.0.1. */
  host?: string;
  /** Binance's port; Coinbase has the next one, and the reference rates the third after it, the news the fourth. Default 0: any that are free. */
  port?: number;
  /** The same seed gives the same market. Default 1. */
  seed?: number;
  clock?: Clock;
  /** Default: thirty coins, USDT-USD and USDCUSDT. */
  coins?: readonly SimCoin[];
  /** Multiplies the trades per minute. Another rate is another market, with other ids. Default 1. */
  rate?: number;
  /** The seeded model (default), or recordings. */
  source?: 'model' | ReplayOptions;
  /** Whether the venues' limits on requests and connections apply. Default true. */
  limits?: boolean;
  /** Changes Binance's limits on a connection, such as its life of 24 h. */
  binance?: Partial<BinanceLimits>;
}

/** Origins without a path, such as `ws://127.0.0.1:40001`; `ecbRates` with the path of the ECB's documents. */
export interface SimUrls {
  binanceWs: string;
  binanceRest: string;
  coinbaseWs: string;
  coinbaseRest: string;
  ecbRates: string;
}

/** A running simulator of Binance spot, Coinbase Exchange, the ECB's reference rates, and news of this market. */
export interface ExchangeSim {
  /** `news` is the origin of the news server. */
  urls: SimUrls & { news: string };
  control: SimControl;
  tape: Tape;
  /** Resolves when every recording was sent once; at once for the model. */
  replayed: Promise<unknown>;
  /** Cuts every connection and frees the ports. */
  stop(): Promise<void>;
}

/**
 * Starts both venues, the reference rates and the news on loopback. News costs nothing until somebody reads it.
 * @throws the listener's error, such as EADDRINUSE; an Error naming a recording that cannot be read
 */
export async function startExchangeSim(options: ExchangeSimOptions = {}): Promise<ExchangeSim> {
  const { host = '127.0.0.1', port = 0, seed = 1, clock = systemClock } = options;
  const { limits: limited = true } = options;
  const { source, newsMarket } = openSource(options, seed, clock);
  const random = (name: string): Random => new Random(seed, hashText(name), 0);
  const faults = {
    binance: new VenueFaults(clock, random('binance faults')),
    coinbase: new VenueFaults(clock, random('coinbase faults')),
  };
  const books = newsMarket ? asTold(source.books, faults) : source.books;
  const binance = createBinanceVenue({
    clock: faults.binance.stamps.clock,
    book: books.binance,
    faults: faults.binance,
    limited,
    limits: options.binance ?? {},
    onSubscribed: () => source.subscribed('binance'),
  });
  const coinbase = createCoinbaseVenue({
    clock: faults.coinbase.stamps.clock,
    book: books.coinbase,
    faults: faults.coinbase,
    limited,
    onSubscribed: () => source.subscribed('coinbase'),
  });
  const reference = new ReferenceListener(clock, seed);
  const news = new NewsListener(clock, newsMarket);
  const listeners = [binance.listener, coinbase.listener, reference, news];
  const urls = await listen(listeners, host, port);
  source.start({ binance, coinbase });
  return {
    urls,
    control: createControl(
      controlled(binance, coinbase, faults, source.books),
      news,
      clock,
      random('control'),
    ),
    tape: createTape(books),
    replayed: source.replayed,
    stop: async () => {
      source.stop();
      await Promise.all(listeners.map((listener) => listener.stop()));
    },
  };
}

/** Where trades come from; of the model also what news are made of, which recordings have none of. */
function openSource(
  { rate = 1, coins = DEFAULT_COINS, source = 'model' }: ExchangeSimOptions,
  seed: number,
  clock: Clock,
): { source: MarketSource; newsMarket?: NewsMarket } {
  if (source !== 'model') return { source: createReplaySource(source, clock) };
  const ofModel = createModelSource({ clock, seed, rate, coins });
  return { source: ofModel, newsMarket: createNewsMarket({ seed, coins, model: ofModel.model }) };
}

/** The books with the times and ids that their venues give them. */
function asTold(
  { binance, coinbase }: Readonly<Record<Venue, VenueBook>>,
  faults: Record<Venue, VenueFaults>,
): Record<Venue, VenueBook> {
  return {
    binance: new ToldBook(binance, faults.binance.stamps),
    coinbase: new ToldBook(coinbase, faults.coinbase.stamps),
  };
}

interface Listener {
  listen(host: string, port: number): Promise<number>;
  stop(): Promise<void>;
}

/** Places of Binance, Coinbase, the reference rates and the news after the first port: the command's control has the third. */
const PLACES = [0, 1, 3, 4];

async function listen(
  listeners: readonly Listener[],
  host: string,
  port: number,
): Promise<ExchangeSim['urls']> {
  const open: Listener[] = [];
  const at: string[] = [];
  try {
    for (const [i, listener] of listeners.entries()) {
      const used = await listener.listen(host, port === 0 ? 0 : port + (PLACES[i] ?? i));
      open.push(listener);
      at.push(`${host.includes(':') ? `[${host}]` : host}:${used}`);
    }
  } catch (error) {
    await Promise.all(open.map((listener) => listener.stop()));
    throw error;
  }
  return {
    binanceWs: `ws://${at[0]}`,
    binanceRest: `http://${at[0]}`,
    coinbaseWs: `ws://${at[1]}`,
    coinbaseRest: `http://${at[1]}`,
    ecbRates: `http://${at[2]}${REFERENCE_PATH}`,
    news: `http://${at[3]}`,
  };
}

function controlled(
  binance: BinanceVenue,
  coinbase: CoinbaseVenue,
  faults: Record<Venue, VenueFaults>,
  books: Record<Venue, VenueBook>,
): Record<Venue, ControlledVenue> {
  const connectionsOf = (venue: Venue) =>
    (venue === 'binance' ? binance : coinbase).listener.connections;
  const shared = (venue: Venue) => ({
    faults: faults[venue],
    cut: () => {
      for (const { ws } of connectionsOf(venue)) ws.terminate();
    },
    closerOfOpen: (code: number, reason: string) => {
      const open = [...connectionsOf(venue)];
      return () => {
        for (const { ws } of open) ws.close(code, reason);
      };
    },
    product: () => books[venue].listings()[0]?.product ?? '',
    products: () => books[venue].listings().map(({ product }) => product),
    nextId: (product: string) => (books[venue].tradesBefore(product, Infinity, 1)[0]?.id ?? 0) + 1,
  });
  return {
    binance: {
      ...shared('binance'),
      broadcast: (frame) => binance.streams.broadcast(() => frame),
      announceShutdown: () => binance.streams.announceShutdown(),
    },
    coinbase: {
      ...shared('coinbase'),
      broadcast: (frame) => coinbase.feed.broadcast(frame),
      announceShutdown: () => {},
    },
  };
}
