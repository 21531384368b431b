import { INTERVAL_STEPS } from './intervals.ts';

export type StreamKind = 'aggTrade' | 'trade' | 'bookTicker' | 'miniTicker' | 'ticker' | 'kline';

export interface StreamName {
  /** Upper case, as in frames. */
  symbol: string;
  kind: StreamKind;
  /** Of a kline stream. */
  interval?: string;
}

const SIMPLE = new Set<string>(['aggTrade', 'trade', 'bookTicker', 'miniTicker', 'ticker']);

/** Reads `btcusdt@aggTrade`; undefined for a stream that does not exist. Symbols must be lower case. */
export function parseStreamName(name: string): StreamName | undefined {
  const [symbol, kind, ...rest] = name.split('@');
  if (!symbol || !kind || rest.length > 0 || symbol !== symbol.toLowerCase()) return undefined;
  if (SIMPLE.has(kind)) return { symbol: symbol.toUpperCase(), kind: kind as StreamKind };
  const interval = kind.startsWith('kline_') ? kind.slice('kline_'.length) : '';
  if (!INTERVAL_STEPS.has(interval)) return undefined;
  return { symbol: symbol.toUpperCase(), kind: 'kline', interval };
}

/** Whether a name has the form of a stream. As on the venue, one that carries nothing may be asked for. */
export function isStreamName(name: string): boolean {
  return /^(![A-Za-z]+@[A-Za-z0-9@_]+|[a-z0-9_]+@[A-Za-z0-9@_+:]+)$/.test(name);
}
