import type { Exchange } from '@tidemark/contracts/exchange';
import type { PriceQuality } from '@tidemark/contracts/price';
import type { Stage } from './stage.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** A bar that a venue does not close becomes final without it after a bound; this much later it is told. */
const FINAL_WITHIN = 5 * MINUTE;

export type Parts = Pick<Stage, 'sim' | 'machine'>;

/** Something that is wrong with the world for a while. */
export interface World {
  name: string;
  /** `start`: it is so when the platform starts for the first time. */
  at: 'start' | 'middle';
  lastsMs: number;
  befall(parts: Parts): void;
  mend(parts: Parts): void | Promise<void>;
  /** What must be said near its end. */
  expects: Expected;
  /** Whether trades around its first moment cannot be told apart or are lost for good: bars over it may say so. */
  loses?: boolean;
}

export interface Expected {
  /** Qualities that prices may have; none of them may be without a number. */
  prices: readonly PriceQuality[];
  /** How far consolidated minutes and the figures made of them may be behind, ms; null: nothing can be known. */
  behindMs: number | null;
  /** The venue that these minutes must say they became final without. */
  lacking?: Exchange;
  /** What the feeds, as they are served, or the page must say. */
  named?: RegExp;
}

const NAMES: Readonly<Record<Exchange, string>> = { binance: 'Binance', coinbase: 'Coinbase' };
const VENUES: readonly Exchange[] = ['binance', 'coinbase'];
const SPANS: readonly [string, number][] = [
  ['10 s', 10 * SECOND],
  ['10 min', 10 * MINUTE],
  ['2 h', 2 * HOUR],
];

const clearAll = ({ sim }: Parts): void => sim.control.clear({});
const noticed = (exchange: Exchange): RegExp =>
  new RegExp(`${NAMES[exchange]} is (down|stalled|connecting)`);

function away(exchange: Exchange, at: World['at'], [words, lastsMs]: [string, number]): World {
  const short = lastsMs < MINUTE;
  return {
    name: `${NAMES[exchange]} down ${at === 'start' ? 'at the first start' : 'in the middle'}, ${words}`,
    ...{ at, lastsMs },
    befall: ({ sim }) => sim.control.down({ venue: exchange }),
    mend: clearAll,
    expects: short
      ? { prices: ['live', 'degraded'], behindMs: at === 'start' ? null : FINAL_WITHIN }
      : {
          prices: ['degraded'],
          behindMs: FINAL_WITHIN,
          lacking: exchange,
          named: noticed(exchange),
        },
  };
}

function ofBoth(name: string, at: World['at'], minutes: number, expects: Expected) {
  return (befall: (parts: Parts, venue: Exchange) => void): World => ({
    ...{ name, at, expects, mend: clearAll, lastsMs: minutes * MINUTE },
    befall: (parts) => VENUES.forEach((venue) => befall(parts, venue)),
  });
}

const restAway = (parts: Parts, venue: Exchange) =>
  parts.sim.control.restDown({ venue, ms: 24 * HOUR });
const lineAway = ({ sim }: Parts, venue: Exchange) => {
  sim.control.refuse({ venue, ms: 24 * HOUR });
  sim.control.dropLine({ venue });
};
const bothAway = ({ sim }: Parts, venue: Exchange) => sim.control.down({ venue });
const NOTHING_FRESH: Expected = { prices: ['stale'], behindMs: null, named: /is (down|stalled)/ };

function clock(words: string, aheadMs: number): World {
  const far = Math.abs(aheadMs) >= 30 * SECOND;
  return {
    name: `the machine's clock ${words}`,
    at: 'middle',
    lastsMs: 5 * MINUTE,
    befall: ({ machine }) => void (machine.aheadMs = aheadMs),
    mend: ({ machine }) => void (machine.aheadMs = 0),
    expects: {
      prices: ['live', 'degraded'],
      behindMs: FINAL_WITHIN,
      ...(far ? { named: /Server clock .+ (ahead|behind)/ } : {}),
    },
  };
}

/** The clock is set four times, a minute and more apart. */
const jumping: World = {
  ...clock('jumping: +30 s, -30 s, +11 min, right', 0),
  lastsMs: 6 * MINUTE,
  befall: ({ machine }) => {
    const steps = [30 * SECOND, -30 * SECOND, 11 * MINUTE, 0];
    steps.forEach((step, i) => machine.after(i * 80 * SECOND, () => (machine.aheadMs = step)));
  },
};

function ids(name: string, befall: (parts: Parts) => void): World {
  return {
    ...{ name, befall, loses: true, mend: clearAll, at: 'middle', lastsMs: 4 * MINUTE },
    expects: { prices: ['live', 'degraded'], behindMs: FINAL_WITHIN },
  };
}

/** Every world, in the order in which they come. Those of the middle come to one platform, one after another. */
export const WORLDS: readonly World[] = [
  ...VENUES.flatMap((venue) => SPANS.map((span) => away(venue, 'start', span))),
  ofBoth('REST of both venues away at the first start, 2 min', 'start', 2, {
    prices: ['live', 'degraded'],
    behindMs: null,
  })(restAway),
  ...VENUES.flatMap((venue) => SPANS.map((span) => away(venue, 'middle', span))),
  ofBoth('REST of both venues away, 10 min', 'middle', 10, {
    prices: ['live'],
    behindMs: FINAL_WITHIN,
  })(restAway),
  // What REST has is read all the same.
  ofBoth('WebSocket of both venues away, 10 min', 'middle', 10, {
    prices: ['live', 'degraded', 'stale'],
    behindMs: FINAL_WITHIN,
    named: /is (down|stalled)/,
  })(lineAway),
  ofBoth('both venues down, 10 min', 'middle', 10, NOTHING_FRESH)(bothAway),
  {
    name: 'USDT-USD silent alone, 15 min',
    ...{ at: 'middle', lastsMs: 15 * MINUTE, mend: clearAll },
    befall: ({ sim }) => sim.control.silence({ venue: 'coinbase', product: 'USDT-USD' }),
    expects: { prices: ['live', 'degraded'], behindMs: FINAL_WITHIN },
  },
  {
    name: 'Binance answers 451 to everything, 10 min',
    ...{ at: 'middle', lastsMs: 10 * MINUTE, mend: clearAll },
    befall: ({ sim }) => {
      sim.control.answer451({ venue: 'binance' });
      sim.control.dropLine({ venue: 'binance' });
    },
    expects: { prices: ['degraded'], behindMs: FINAL_WITHIN, lacking: 'binance', named: /451/ },
  },
  clock('5 s ahead', 5 * SECOND),
  clock('5 s behind', -5 * SECOND),
  clock('30 s ahead', 30 * SECOND),
  clock('30 s behind', -30 * SECOND),
  clock('11 min ahead', 11 * MINUTE),
  clock('11 min behind', -11 * MINUTE),
  jumping,
  ids('trade ids of Coinbase jump far ahead', ({ sim }) =>
    sim.control.apply('jumpIds', { venue: 'coinbase' }),
  ),
  ids('trade ids of Binance repeat', ({ sim }) =>
    sim.control.apply('repeatIds', { venue: 'binance', count: 3 }),
  ),
  ids('trade ids of Binance begin again', ({ sim }) =>
    sim.control.apply('resetIds', { venue: 'binance' }),
  ),
];
