import { Amount } from '@tidemark/ledger/amount';
import type { ReportInput } from './report-input.ts';

const MINUS = '−';
/** What stands for a figure that needs a price nobody knows. */
export const UNKNOWN = 'not known';
/** Digits after the point that a quantity is printed with. */
const PLACES = 8;

/** `−1,234.50`, with as many places as the currency has. */
export function money(amount: string | null, currency: string): string {
  if (amount === null) return UNKNOWN;
  return signed(new Amount(amount), (size) => size.toFixed(placesOf(currency)));
}

const places = new Map<string, number>();

/** Digits after the point that a currency is written with. */
function placesOf(currency: string): number {
  const known = places.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  places.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}

/** Of one unit: as money, and below one with all the digits that a quantity has. */
export function price(amount: string | null, currency: string): string {
  return amount !== null && new Amount(amount).lt(1) ? quantity(amount) : money(amount, currency);
}

/** Up to eight places, and an ellipsis where there are more; none is rounded. */
export function quantity(amount: string): string {
  return signed(new Amount(amount), (size) => {
    const [whole = '0', part = ''] = size.toFixed().split('.');
    const more = part.length > PLACES ? '…' : '';
    return part === '' ? whole : `${whole}.${part.slice(0, PLACES)}${more}`;
  });
}

/** What is written as zero has no sign. */
function signed(amount: Amount, write: (size: Amount) => string): string {
  const digits = write(amount.abs());
  return (amount.lt(0) && /[1-9]/.test(digits) ? MINUS : '') + grouped(digits);
}

export function percent(share: number | null): string {
  return share === null ? UNKNOWN : `${share.toFixed(1).replace('-', MINUS)} %`;
}

/** `2026-03-01`, UTC. */
export function day(time: number | null): string {
  return time === null ? 'pool' : new Date(time).toISOString().slice(0, 10);
}

/** `2026-03-01 14:05 UTC`. */
export function minute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function grouped(digits: string): string {
  const [whole = '', ...part] = digits.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...part].join('.');
}

/** `12 disposals`, `1 disposal`. */
export function counted(count: number, one: string): string {
  return `${grouped(String(count))} ${one}${count === 1 ? '' : 's'}`;
}

/** What the report is about. */
export function periodOf({ year }: Pick<ReportInput, 'year'>): string {
  return year === null ? 'All years' : `1 January to 31 December ${year}`;
}
