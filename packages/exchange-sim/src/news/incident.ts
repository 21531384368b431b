import type { SimCoin } from '../products.ts';
import type { FirmKind } from './firms.ts';

/** What good or bad the headlines of a kind say of the coin. */
export type Sign = -1 | 0 | 1;

/** Kinds that the market's own candles decide. */
const MARKET_SIGNS = {
  hourRise: 1,
  hourFall: -1,
  dayRise: 1,
  dayFall: -1,
  monthHigh: 1,
  monthLow: -1,
  calmDay: 0,
} as const satisfies Record<string, Sign>;
export type MarketKind = keyof typeof MARKET_SIGNS;

/** Kinds that happen at seeded times, and what sort of firm each involves. */
export const EVENTS = {
  listing: { sign: 1, firm: 'exchange' },
  partnership: { sign: 1, firm: 'company' },
  upgrade: { sign: 1, firm: 'company' },
  dismissal: { sign: 1, firm: 'fund' },
  inflow: { sign: 1, firm: 'fund' },
  outage: { sign: -1, firm: 'exchange' },
  lawsuit: { sign: -1, firm: 'fund' },
  hack: { sign: -1, firm: 'exchange' },
  delisting: { sign: -1, firm: 'exchange' },
  delay: { sign: -1, firm: 'company' },
  conference: { sign: 0, firm: 'company' },
  proposal: { sign: 0, firm: 'fund' },
  study: { sign: 0, firm: 'exchange' },
} as const satisfies Record<string, { sign: Sign; firm: FirmKind }>;
export type EventKind = keyof typeof EVENTS;

export type IncidentKind = MarketKind | EventKind;

export function signOf(kind: IncidentKind): Sign {
  return kind in MARKET_SIGNS ? MARKET_SIGNS[kind as MarketKind] : EVENTS[kind as EventKind].sign;
}

/** Something that outlets tell of. */
export interface Incident {
  /** The same in every process; fit for a URL. */
  id: string;
  kind: IncidentKind;
  coin: SimCoin;
  /** Epoch ms, a whole second. */
  time: number;
  /** Price in USD at the beginning of the incident's hour. */
  price: number;
  /** Change over the 24 hours before that, as a share; null where the market is younger. */
  change24h: number | null;
  /** The move that it is about, as a share: of the hour or the day before; of an event the 24 hours'. */
  move: number;
  /** The high or low that it is about, in USD; else `price`. */
  level: number;
  /** An invented firm; only events are about one. */
  firm: string;
  /** An amount in millions of USD that events may be about. */
  millions: number;
}
