type Json = Record<string, unknown>;

/** Coinbase's channel of each type of frame. */
export const CHANNELS: Readonly<Record<string, string>> = {
  match: 'matches',
  last_match: 'matches',
  ticker: 'ticker',
  heartbeat: 'heartbeat',
  snapshot: 'level2_batch',
  l2update: 'level2_batch',
};

/** The stream that a Binance payload without one came on. */
export function streamOf(data: Json): string {
  const symbol = String(data['s']).toLowerCase();
  const kline = data['k'] as Json | undefined;
  const event = typeof data['e'] === 'string' ? data['e'] : 'bookTicker';
  if (event === 'kline') return `${symbol}@kline_${String(kline?.['i'])}`;
  if (event === '24hrTicker') return `${symbol}@ticker`;
  return `${symbol}@${event}`;
}
