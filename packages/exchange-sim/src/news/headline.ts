import type { Incident } from './incident.ts';
import type { Outlet } from './outlets.ts';
import type { OutletId } from '../outlet-ids.ts';
import { formatPercent, formatPrice, formatWhole } from './figures.ts';
import { BLOCK_POST_WORDING } from './wording/block-post.ts';
import { KURSE_WORDING } from './wording/kurse.ts';
import { LEDGER_WORDING } from './wording/ledger.ts';
import { WIRE_WORDING } from './wording/wire.ts';
import type { Wording } from './wording/wording.ts';

const WORDINGS: Readonly<Record<OutletId, Wording>> = {
  wire: WIRE_WORDING,
  ledger: LEDGER_WORDING,
  'block-post': BLOCK_POST_WORDING,
  kurse: KURSE_WORDING,
};

/** How the outlet puts an incident; `choice`, 0 to 1, picks one of its wordings. */
export function headlineOf(incident: Incident, { id, language }: Outlet, choice: number): string {
  const wordings = WORDINGS[id][incident.kind];
  const wording = wordings[Math.floor(choice * wordings.length)] as string;
  const { kind, coin, move, level, firm, millions } = incident;
  // What is said to be passed was passed: a high is rounded down, a low up.
  const rounding = { monthHigh: 'floor', monthLow: 'ceil' }[kind as string] as 'floor' | undefined;
  const values: Record<string, string> = {
    coin: coin.name,
    symbol: coin.symbol,
    percent: formatPercent(Math.abs(move), language),
    price: formatPrice(level, language, rounding),
    firm,
    millions: formatWhole(millions, language),
  };
  return wording.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** A sentence of the coin's price where the incident's hour began, and one that says that it is simulated. */
export function summaryOf({ coin, price, change24h }: Incident, { language }: Outlet): string {
  const at = formatPrice(price, language);
  const change = change24h === null ? undefined : formatPercent(Math.abs(change24h), language);
  const up = (change24h ?? 0) >= 0;
  if (language === 'de') {
    const day = change ? `, ${change} ${up ? 'mehr' : 'weniger'} als 24 Stunden zuvor` : '';
    return `${coin.name} (${coin.symbol}) stand bei ${at}${day}. Eine simulierte Meldung.`;
  }
  const day = change ? `, ${change} ${up ? 'above' : 'below'} its price 24 hours earlier` : '';
  return `${coin.name} (${coin.symbol}) traded at ${at}${day}. A simulated story.`;
}
