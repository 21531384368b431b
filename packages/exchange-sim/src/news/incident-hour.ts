import type { SimCoin } from '../products.ts';
import type { IncidentKind } from './incident.ts';
import type { NewsCoin } from './news-market.ts';

export const HOUR_MS = 3_600_000;

/** Names an incident of an hour (hours since the epoch); a kind happens to a coin once an hour. */
export function incidentId(hour: number, coin: SimCoin, kind: IncidentKind): string {
  return `${hour.toString(36)}.${encodeURIComponent(coin.id)}.${kind}`;
}

/** The hour in an id of an incident or of one of its stories; undefined for anything else. */
export function hourOfId(id: string): number | undefined {
  const digits = /^([0-9a-z]{1,6})\./.exec(id)?.[1];
  return digits === undefined ? undefined : parseInt(digits, 36);
}

/** The coin's price in USD where the hour begins, which is where the hour before it closed; 0 without a market. */
export function startPrice(coin: NewsCoin, hour: number): number {
  return coin.bar((hour - 1) * HOUR_MS, hour * HOUR_MS)?.close ?? 0;
}

/** The coin's return over so many hours up to where `hour` begins, as a share; null where the market is younger. */
export function changeOver(coin: NewsCoin, hour: number, hours: number): number | null {
  const bar = coin.bar((hour - hours) * HOUR_MS, hour * HOUR_MS);
  return bar ? bar.close / bar.open - 1 : null;
}
