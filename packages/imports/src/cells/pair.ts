import { isMoney } from './asset.ts';

export interface Pair {
  base: string;
  quote: string;
}

export interface PairReading {
  /** Names that the row itself gives (a fee's, a unit's), which decide between two ways. */
  assets?: readonly string[];
  /** What the venue trades against; otherwise what most do. */
  quotes?: ReadonlySet<string>;
}

const STABLE = 'USDT USDC BUSD FDUSD TUSD PYUSD RLUSD USDP USDS DAI PAX UST'.split(' ');
const COMMON: ReadonlySet<string> = new Set([
  ...STABLE,
  'BTC',
  'XBT',
  'ETH',
  'BNB',
  'KCS',
  'OKB',
  'CRO',
]);

/** `BTC/USD`, `ETH_CRO`, `AVAX-USDT`, `BTC:USD`; null where there is no mark or more than one. */
function markedPair(text: string): Pair | null {
  const [base = '', quote = '', ...more] = text.toUpperCase().split(/[-/_:]/);
  const named = /^[\w$.]+$/.test(base) && /^[\w$.]+$/.test(quote);
  return named && more.length === 0 ? { base, quote } : null;
}

/**
 * The two sides of a pair. Without a mark between (`LTCBTC`) the end has to be a known quote, and to be so in one way alone:
 * `ARBUSD` may be ARB/USD and AR/BUSD.
 */
export function readPair(
  cell: string,
  { assets = [], quotes = COMMON }: PairReading = {},
): Pair | null {
  const text = cell.trim();
  if (/[-/_:]/.test(text)) return markedPair(text);
  if (!/^[A-Za-z0-9$]{4,24}$/.test(text)) return null;
  const name = text.toUpperCase();
  const ways: Pair[] = [];
  for (let at = 1; at <= name.length - 2; at += 1) {
    const [base, quote] = [name.slice(0, at), name.slice(at)];
    if (quotes.has(quote) || (quotes === COMMON && isMoney(quote))) ways.push({ base, quote });
  }
  if (ways.length === 1) return ways[0] ?? null;
  const named = ways.filter(({ base, quote }) => assets.includes(base) || assets.includes(quote));
  return named.length === 1 ? (named[0] ?? null) : null;
}
