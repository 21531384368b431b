/** Currencies that states issue now, and a few that exports of the last years still name. Coins have names of the rest. */
const MONEYS = new Set(
  (
    'USD EUR GBP CHF JPY CAD AUD NZD CNY HKD SGD KRW INR IDR THB VND PHP MYR TWD TRY RUB UAH PLN CZK HUF RON BGN HRK SEK NOK ' +
    'DKK ISK BRL ARS MXN CLP COP PEN UYU ZAR NGN KES GHS EGP MAD ILS AED SAR QAR KWD BHD KZT GEL AZN PKR BDT LKR UGX'
  ).split(' '),
);

/** Whether it is a state's currency, of which a movement is a deposit or a withdrawal and not a transfer of coins. */
export function isMoney(asset: string): boolean {
  return MONEYS.has(asset);
}

const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  Kč: 'CZK',
  '₺': 'TRY',
  '₽': 'RUB',
  zł: 'PLN',
  '₩': 'KRW',
  '₹': 'INR',
};

/** The currency of a sign beside a number; the text itself where it is no sign. */
export function currencyOf(unit: string): string {
  return SYMBOLS[unit] ?? readAsset(unit) ?? unit;
}

/**
 * The asset that a cell names: `SOL (Solana)` is SOL, `WFLR;9546698` is WFLR, `usdt` is USDT. What has a colon or a slash in it
 * (an address on a chain) stays as it is. Null for what can be no name.
 */
export function readAsset(cell: string): string | null {
  const text = cell
    .trim()
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/;\d+$/, '');
  if (!/^[\p{L}\p{N}$€][\p{L}\p{N}\p{M} .:/_$*+'-]{0,119}$/u.test(text)) return null;
  return /[:/]/.test(text) || !/^\w+$/.test(text) ? text : text.toUpperCase();
}
