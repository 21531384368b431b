import { Compile } from 'typebox/compile';
import type { Clock } from '@tidemark/clock/clock';
import { type Venue, VENUES } from '../model/product.ts';
import type { Random } from '../model/random.ts';
import {
  FAULT_SCHEMAS,
  type FaultName,
  type FaultOptions,
  type SimFaults,
} from './fault-schemas.ts';
import { malformedFrames } from './malformed-frames.ts';
import type { ToldIds } from './told-ids.ts';
import type { VenueFaults } from './venue-faults.ts';

/** What the control needs of a venue. */
export interface ControlledVenue {
  faults: VenueFaults;
  /** Cuts every connection. */
  cut(): void;
  broadcast(frame: string): void;
  announceShutdown(): void;
  /** Takes note of the connections that are open now; the answer closes those, not the ones that came later. */
  closerOfOpen(code: number, reason: string): () => void;
  /** A product that the venue lists. */
  product(): string;
  products(): string[];
  /** The id, before any fault, of the trade that will come next. */
  nextId(product: string): number;
}

/** What the control needs of the news. */
export interface ControlledNews {
  told: { tell(options: FaultOptions<'tellNews'>): void };
  faults: { set(options: FaultOptions<'newsFault'>): void; clear(): void };
}

/** What the faults did so far, a venue. */
export interface FaultCounts {
  skipped: number;
  repeated: number;
  shuffled: number;
  malformed: number;
  lineCuts: number;
}

/** The faults, and what they did. */
export interface SimControl extends SimFaults {
  counts(venue: Venue): FaultCounts;
  /**
   * Does a fault by its name, as HTTP callers do.
   * @throws RangeError for an unknown fault; TypeError when the options do not fit it
   */
  apply(fault: string, options: unknown): void;
}

const DEFAULT_GRACE_MS = 10_000;
const GOING_AWAY = 1001;
/** Far over what a reader may take for trades that it has missed. */
const DEFAULT_JUMP = 1_000_000;

/** The control of a simulator's venues and its news. `random` decides which malformed frames are sent. */
export function createControl(
  venues: Readonly<Record<Venue, ControlledVenue>>,
  news: ControlledNews,
  clock: Clock,
  random: Random,
): SimControl {
  const sent = { binance: { malformed: 0, lineCuts: 0 }, coinbase: { malformed: 0, lineCuts: 0 } };
  const each = (venue: Venue | undefined): readonly Venue[] => (venue ? [venue] : VENUES);
  const faults: SimFaults = {
    dropLine: ({ venue }) => {
      for (const name of each(venue)) {
        sent[name].lineCuts += 1;
        venues[name].cut();
      }
    },
    refuse: ({ venue, ms }) => venues[venue].faults.refuse(ms),
    skip: (options) => venues[options.venue].faults.trades.add('skip', options),
    repeat: (options) => venues[options.venue].faults.trades.add('repeat', options),
    shuffle: (options) => venues[options.venue].faults.trades.add('shuffle', options),
    stall: ({ venue, ms }) => venues[venue].faults.stall(ms),
    malformed: ({ venue, count = 1 }) => {
      sent[venue].malformed += count;
      sendMalformed(venue, venues[venue], count, random);
    },
    announceShutdown: ({ venue, graceMs = DEFAULT_GRACE_MS }) => {
      venues[venue].announceShutdown();
      clock.after(graceMs, venues[venue].closerOfOpen(GOING_AWAY, 'Server shutdown'));
    },
    down: ({ venue, ms = Infinity }) => {
      venues[venue].faults.refuse(ms);
      venues[venue].faults.takeRestDown(ms);
      faults.dropLine({ venue });
    },
    ...answerFaults(venues),
    ...stampFaults(venues),
    tellNews: (options) => news.told.tell(options),
    newsFault: (options) => news.faults.set(options),
    clear: ({ venue }) => {
      if (venue === undefined) news.faults.clear();
      for (const name of each(venue)) venues[name].faults.clear();
    },
  };
  return {
    ...faults,
    counts: (venue) => ({ ...venues[venue].faults.trades.counted, ...sent[venue] }),
    apply: (fault, options) => applyByName(faults, fault, options),
  };
}

function sendMalformed(name: Venue, venue: ControlledVenue, count: number, random: Random): void {
  const frames = malformedFrames(name, venue.product());
  const first = random.below(frames.length);
  for (let i = 0; i < count; i += 1) venue.broadcast(frames[(first + i) % frames.length] as string);
}

/** What a venue answers instead of the truth, or does not answer. */
function answerFaults(
  venues: Readonly<Record<Venue, ControlledVenue>>,
): Pick<SimFaults, 'answer429' | 'answer451' | 'restDown' | 'silence' | 'delayRest'> {
  return {
    answer429: ({ venue, retryAfterS = 1, count = 1 }) =>
      venues[venue].faults.answer({ status: 429, retryAfterS, count }),
    answer451: ({ venue, ...rest }) =>
      venues[venue].faults.answer({ status: 451, handshake: true, ...rest }),
    restDown: ({ venue, ms }) => venues[venue].faults.takeRestDown(ms),
    silence: ({ venue, product, forMs = Infinity }) => venues[venue].faults.silence(product, forMs),
    delayRest: ({ venue, delayMs, forMs = Infinity }) =>
      venues[venue].faults.delayRest(delayMs, forMs),
  };
}

/** Wrong times and ids. @throws RangeError for a product that the venue does not list */
function stampFaults(
  venues: Readonly<Record<Venue, ControlledVenue>>,
): Pick<SimFaults, 'clockOffset' | 'resetIds' | 'jumpIds' | 'repeatIds'> {
  const change = (
    options: { venue: Venue; product?: string },
    how: (ids: ToldIds, next: number) => void,
  ): void => {
    const venue = venues[options.venue];
    const listed = venue.products();
    const { product } = options;
    if (product !== undefined && !listed.includes(product)) {
      throw new RangeError(`${options.venue} does not list ${product}`);
    }
    for (const each of product === undefined ? listed : [product]) {
      how(venue.faults.stamps.changeIds(each), venue.nextId(each));
    }
  };
  return {
    clockOffset: ({ venue, ms }) => venues[venue].faults.stamps.setClock(ms),
    resetIds: (options) => change(options, (ids, next) => ids.beginAgain(next)),
    jumpIds: ({ by = DEFAULT_JUMP, ...options }) =>
      change(options, (ids, next) => ids.jump(next, by)),
    repeatIds: ({ count = 1, ...options }) =>
      change(options, (ids, next) => ids.repeat(next, count)),
  };
}

function applyByName(faults: SimFaults, fault: string, options: unknown): void {
  if (!Object.hasOwn(FAULT_SCHEMAS, fault)) {
    const known = Object.keys(FAULT_SCHEMAS).join(', ');
    throw new RangeError(`no fault "${fault}"; there are: ${known}`);
  }
  const name = fault as FaultName;
  const checker = Compile(FAULT_SCHEMAS[name]);
  if (!checker.Check(options)) {
    const [error] = checker.Errors(options);
    throw new TypeError(
      `${fault}${error?.instancePath ?? ''}: ${error?.message ?? 'does not fit'}`,
    );
  }
  (faults[name] as (options: unknown) => void)(options);
}
