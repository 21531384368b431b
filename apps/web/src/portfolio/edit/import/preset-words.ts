const NAMES: Readonly<Record<string, string>> = {
  'binance-statement': 'Binance, statement of all operations',
  'binance-trades': 'Binance, trades',
  'binance-orders': 'Binance, orders',
  'binance-transfers': 'Binance, deposits and withdrawals',
  'binance-earnings': 'Binance, earnings',
  'binance-auto-invest': 'Binance, Auto-Invest',
  'coinbase-pro-fills': 'Coinbase Pro, fills',
  'coinbase-pro-account': 'Coinbase Pro, account',
  'kraken-ledgers': 'Kraken, ledgers',
  'kraken-trades': 'Kraken, trades',
  'crypto-com-app': 'Crypto.com app',
  'crypto-com-exchange': 'Crypto.com Exchange',
  bitflyer: 'bitFlyer',
  'okx-account': 'OKX, account',
  'okx-funding': 'OKX, funding',
  'okx-trades': 'OKX, trades',
  'kucoin-funds': 'KuCoin, funds',
  'kucoin-trades': 'KuCoin, trades',
  'bybit-account': 'Bybit, account',
  'bybit-funding': 'Bybit, funding',
  hitbtc: 'HitBTC',
  'ledger-live': 'Ledger Live',
  'trezor-suite': 'Trezor Suite',
  'trezor-suite-old': 'Trezor Suite, older',
};

/** Presets that are no venue's: columns told by their names, or by a person. */
const BY_COLUMNS = new Set(['generic', 'mapped']);

export function isByColumns(preset: string | null): boolean {
  return preset !== null && BY_COLUMNS.has(preset);
}

/** Whose file it is, as its reader knows the venue: `Kraken, ledgers`. */
export function presetWords(preset: string): string {
  const known = NAMES[preset];
  if (known !== undefined) return known;
  const [venue = '', ...rest] = preset.split('-');
  const name = venue.charAt(0).toUpperCase() + venue.slice(1);
  return rest.length === 0 ? name : `${name}, ${rest.join(' ')}`;
}
