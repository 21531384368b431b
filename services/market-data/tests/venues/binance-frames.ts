/** An aggregate trade of the moment, as Binance sends it on a combined connection. */
export function aggTrade(id: number, symbol = 'BTCUSDT'): unknown {
  const now = Date.now();
  const fields = { a: id, p: '90000.10', q: '0.25', f: id, l: id, T: now, m: false, M: true };
  const stream = `${symbol.toLowerCase()}@aggTrade`;
  return { stream, data: { e: 'aggTrade', E: now, s: symbol, ...fields } };
}
