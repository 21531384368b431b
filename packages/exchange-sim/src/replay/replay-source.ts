import type { Clock } from '@tidemark/clock/clock';
import type { MarketSource } from '../market-source.ts';
import { type Venue, VENUES } from '../model/product.ts';
import { Player, type ReplaySink } from './player.ts';
import { tradesOf } from './recorded-ids.ts';
import { type Recording, type RecordingSource, readRecording } from './recording.ts';
import { ReplayBook } from './replay-book.ts';
import { withSteadyRate } from './steady-rate.ts';

export interface ReplayOptions {
  replay: readonly RecordingSource[];
  /** 1 (default): as recorded. Infinity: all at once. */
  speed?: number;
  /** Begin again at the end, with times and ids that go on. Default false. */
  loop?: boolean;
}

/** A replay begins when its venue's clients have been done subscribing for this long, ms. */
const SETTLED_MS = 500;

/**
 * Recordings sent again. A venue's recordings begin once its first client has subscribed, so that it misses nothing.
 * @throws Error naming the file that cannot be read
 */
export function createReplaySource(options: ReplayOptions, clock: Clock): MarketSource {
  const given = options.replay.map(readRecording);
  const recordings = withSteadyRate(given);
  const books = {
    binance: new ReplayBook(productsOf(recordings, 'binance'), clock),
    coinbase: new ReplayBook(productsOf(recordings, 'coinbase'), clock),
  };
  const players: Record<Venue, Player[]> = { binance: [], coinbase: [] };
  const waiting: Partial<Record<Venue, () => void>> = {};
  const { promise: replayed, resolve } = Promise.withResolvers<undefined>();
  return {
    books,
    replayed,
    start: ({ binance, coinbase }) => {
      const sinks: Record<Venue, ReplaySink> = {
        binance: {
          publish: (topic, text) => binance.streams.publish(topic, text),
          broadcast: (text) => binance.streams.broadcast(() => text),
        },
        coinbase: coinbase.feed,
      };
      for (const recording of recordings) {
        const { venue } = recording;
        const { speed = 1, loop = false } = options;
        const parts = { clock, recording, book: books[venue], sink: sinks[venue], speed, loop };
        players[venue].push(new Player(parts));
      }
      const awaited = VENUES.flatMap((venue) => players[venue]).filter((p) =>
        given.includes(p.recording),
      );
      void Promise.all(awaited.map((p) => p.done)).then(() => {
        resolve(undefined);
      });
    },
    subscribed: (venue) => {
      waiting[venue]?.();
      waiting[venue] = clock.after(SETTLED_MS, () => {
        for (const player of players[venue]) player.start();
      });
    },
    stop: () => {
      for (const venue of VENUES) {
        waiting[venue]?.();
        for (const player of players[venue]) player.stop();
      }
    },
  };
}

function productsOf(recordings: readonly Recording[], venue: Venue): string[] {
  const own = recordings.filter((recording) => recording.venue === venue);
  return [...new Set(own.flatMap(tradesOf).map(({ product }) => product))];
}
