/** Kraken's old names of what others call otherwise; new files use the common ones, so that nothing is cut off blindly. */
const OLD: Readonly<Record<string, string>> = {
  XXBT: 'BTC',
  XBT: 'BTC',
  XETH: 'ETH',
  XLTC: 'LTC',
  XXRP: 'XRP',
  XXLM: 'XLM',
  XXMR: 'XMR',
  XZEC: 'ZEC',
  XETC: 'ETC',
  XREP: 'REP',
  XMLN: 'MLN',
  XICN: 'ICN',
  XNMC: 'NMC',
  XXVN: 'XVN',
  XDAO: 'DAO',
  XXDG: 'DOGE',
  XDG: 'DOGE',
  XTZ: 'XTZ',
  ETH2: 'ETH',
  ZEUR: 'EUR',
  ZUSD: 'USD',
  ZGBP: 'GBP',
  ZCAD: 'CAD',
  ZJPY: 'JPY',
  ZAUD: 'AUD',
  ZKRW: 'KRW',
  ZCHF: 'CHF',
};
const QUOTES =
  'ZEUR ZUSD ZGBP ZCAD ZJPY ZAUD XXBT XETH EUR USD GBP CAD JPY AUD CHF USDT USDC USDG DAI PYUSD RLUSD EURT EURC XBT BTC ETH DOT'.split(
    ' ',
  );

/**
 * The common name of a Kraken code: without what marks how a coin is kept (`.S` staked, `.M`, `.P`, `.B`, `.F`, `.HOLD`, the
 * days of `DOT28.S`), and of the old codes the new one. LUNA2, XTZ and ZEC stay what they are.
 */
export function krakenAsset(code: string): string {
  const kept = code.toUpperCase().replace(/(?:\d{2})?\.[SMPBFT]$|\.HOLD$/, '');
  return OLD[kept] ?? kept;
}

/** `XXBTZEUR`, `ADAEUR`, `POL/EUR`; codes with a Z or X before them only where both sides have four letters. */
export function krakenPair(text: string): { base: string; quote: string } | null {
  const name = text.trim().toUpperCase();
  const [left, right, ...more] = name.split('/');
  if (left && right && more.length === 0)
    return { base: krakenAsset(left), quote: krakenAsset(right) };
  const ways = QUOTES.filter((quote) => {
    const base = name.slice(0, -quote.length);
    if (!name.endsWith(quote) || base.length < 2) return false;
    return !/^[XZ](?:EUR|USD|GBP|CAD|JPY|AUD|XBT|ETH)$/.test(quote) || base.length === 4;
  });
  const [quote] = ways.sort((a, b) => b.length - a.length);
  if (quote === undefined) return null;
  return { base: krakenAsset(name.slice(0, -quote.length)), quote: krakenAsset(quote) };
}
