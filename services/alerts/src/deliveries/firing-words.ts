import type { FiringBody } from '../tables.ts';
import { oneLine } from './one-line.ts';

/** A firing as messages tell it. */
export interface ToldFiring {
  firing_id: string;
  coin_id: string;
  /** When it came true. */
  at: Date;
  /** When that was known. */
  told_at: Date;
  body: FiringBody;
}

const MOST_TITLE = 120;
const MOST_VENUES = 10;

/** Which coin and alert, at most 120 characters, such as `Bitcoin: to buy`. */
export function titleOf({ body }: ToldFiring, coin: string): string {
  const name = oneLine(body.name, MOST_TITLE) || 'Alert';
  const says = name.toLowerCase().includes(coin.toLowerCase());
  return says ? name : oneLine(`${coin}: ${name}`, MOST_TITLE);
}

const DOLLARS = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const PARTS_OF_ONE = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });

/** A price, such as `59,990.10 USD`; below 1 USD with six significant digits. */
export function usd(price: number): string {
  const format = Math.abs(price) >= 1 ? DOLLARS : PARTS_OF_ONE;
  return `${format.format(price)} USD`;
}

/** Such as `2026-11-30 19:58:43 UTC`. */
export function utc(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

const QUALITY = {
  live: 'live',
  degraded: 'degraded: of fewer venues than expected, or they disagree',
  stale: 'stale: of no fresh price',
} as const;

/** The price with how good it is and whose it is. */
export function priceLine({ price, quality, sources }: FiringBody): string {
  const venues = sources.slice(0, MOST_VENUES).map((name) => oneLine(name, 40));
  const more = sources.length > venues.length ? ` and ${sources.length - venues.length} more` : '';
  const of = venues.length > 0 ? `; venues: ${venues.join(', ')}${more}` : '';
  return `Price: ${usd(price)} (${QUALITY[quality]}${of})`;
}

/** What makes a firing less than what it seems, such as `degraded, late`; empty: nothing. */
export function cautions({ quality, late, simulated }: FiringBody): string {
  const said = [
    quality === 'live' ? '' : quality,
    late ? 'late' : '',
    simulated ? 'simulated' : '',
  ];
  return said.filter((word) => word !== '').join(', ');
}
