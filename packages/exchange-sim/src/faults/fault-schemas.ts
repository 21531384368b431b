import Type, { type Static } from 'typebox';
import { VENUES } from '../model/product.ts';
import { OUTLET_IDS } from '../outlet-ids.ts';

const venue = Type.Enum(VENUES);
const ms = Type.Number({ minimum: 0, description: 'milliseconds' });
const count = Type.Integer({ minimum: 1 });
/** Default: every product of the venue. */
const product = Type.Optional(Type.String());

/** Which trades: those of a venue, perhaps of one product; `ratio` of them (default all), `count` at most. */
const TradesSchema = Type.Object(
  {
    venue,
    product: Type.Optional(Type.String()),
    count: Type.Optional(count),
    ratio: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
    forMs: Type.Optional(ms),
  },
  { additionalProperties: false },
);
export type TradesFault = Static<typeof TradesSchema>;

const closed = { additionalProperties: false };

const A_YEAR_MIN = 365 * 24 * 60;
const NEWS_FAULT_KINDS = [
  'slow',
  'endless',
  'cut',
  'status',
  'garbage',
  'redirect',
  'huge',
] as const;

/** Every fault and its parameters; also the bodies of `POST /control/<fault>`. */
export const FAULT_SCHEMAS = {
  /** Cuts the connections without a goodbye. */
  dropLine: Type.Object({ venue: Type.Optional(venue) }, closed),
  /** Breaks off new connections for a while. */
  refuse: Type.Object({ venue, ms }, closed),
  /** Keeps trades from the WebSocket; REST has them. */
  skip: TradesSchema,
  /** Sends trades twice. */
  repeat: TradesSchema,
  /** Holds trades back for a random part of `windowMs`, so that they come out of order. */
  shuffle: Type.Object({ ...TradesSchema.properties, windowMs: Type.Optional(ms) }, closed),
  /** Sockets stay open and say nothing; what falls due meanwhile is never sent. */
  stall: Type.Object({ venue, ms }, closed),
  /** Sends broken frames of many kinds to every connection. */
  malformed: Type.Object({ venue, count: Type.Optional(count) }, closed),
  /** Announces the end (Binance: serverShutdown) and closes after `graceMs`. */
  announceShutdown: Type.Object({ venue, graceMs: Type.Optional(ms) }, closed),
  /** REST answers 429 with Retry-After. */
  answer429: Type.Object(
    {
      venue,
      retryAfterS: Type.Optional(Type.Integer({ minimum: 0 })),
      count: Type.Optional(count),
    },
    closed,
  ),
  /** REST and the WebSocket handshake answer 451. */
  answer451: Type.Object({ venue, count: Type.Optional(count), forMs: Type.Optional(ms) }, closed),
  /** REST breaks the connection off. */
  restDown: Type.Object({ venue, ms }, closed),
  /** The venue is away: connections are cut, and new ones broken off, of REST and of the WebSocket alike. */
  down: Type.Object({ venue, ms: Type.Optional(ms) }, closed),
  /** Neither the WebSocket nor REST tells anything of one product; the others go on. */
  silence: Type.Object({ venue, product: Type.String(), forMs: Type.Optional(ms) }, closed),
  /** REST answers late. */
  delayRest: Type.Object({ venue, delayMs: ms, forMs: Type.Optional(ms) }, closed),
  /** The venue's clock is ahead by `ms` (less than 0: behind) from now on: in its answers, frames and candles. */
  clockOffset: Type.Object({ venue, ms: Type.Number({ description: 'milliseconds' }) }, closed),
  /** Ids of trades begin again at 1, as of a product that is listed anew; REST knows no trade from before. */
  resetIds: Type.Object({ venue, product }, closed),
  /** Ids of trades jump ahead by `by`. */
  jumpIds: Type.Object({ venue, product, by: Type.Optional(count) }, closed),
  /** The next `count` trades have the id of the one before them; REST has all. */
  repeatIds: Type.Object({ venue, product, count: Type.Optional(count) }, closed),
  /** Puts an item at the top of an outlet's feed, the first outlet's by default. `minutesAgo`: the date it bears; below 0: ahead. */
  tellNews: Type.Object(
    {
      outlet: Type.Optional(Type.Enum(OUTLET_IDS)),
      title: Type.String({ minLength: 1, maxLength: 10_000 }),
      summary: Type.Optional(Type.String({ maxLength: 50_000 })),
      url: Type.Optional(Type.String({ maxLength: 5000 })),
      guid: Type.Optional(Type.String({ maxLength: 5000 })),
      minutesAgo: Type.Optional(Type.Number({ minimum: -A_YEAR_MIN, maximum: 10 * A_YEAR_MIN })),
    },
    closed,
  ),
  /** An outlet's feeds are answered wrongly; the last fault set for it counts. `status` (500), `location`: of those kinds. */
  newsFault: Type.Object(
    {
      outlet: Type.Enum(OUTLET_IDS),
      kind: Type.Enum(NEWS_FAULT_KINDS),
      status: Type.Optional(Type.Integer({ minimum: 200, maximum: 599 })),
      location: Type.Optional(Type.String({ maxLength: 5000, pattern: '^[!-~]+$' })),
      forMs: Type.Optional(ms),
    },
    closed,
  ),
  /** Ends every fault that lasts, without a venue those of the news too; ids stay as they are. */
  clear: Type.Object({ venue: Type.Optional(venue) }, closed),
} as const;

export type FaultName = keyof typeof FAULT_SCHEMAS;
export type FaultOptions<F extends FaultName> = Static<(typeof FAULT_SCHEMAS)[F]>;

/** What a test, or `POST /control/<fault>`, can make the venues do. */
export type SimFaults = { [F in FaultName]: (options: FaultOptions<F>) => void };
