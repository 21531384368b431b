/** One trade as a venue tells it. Decimal strings; ids of a product are contiguous. */
export interface SimTrade {
  /** Binance: the aggregate trade's id. */
  id: number;
  firstRaw: number;
  lastRaw: number;
  price: string;
  size: string;
  /** Epoch ms. */
  time: number;
  /** Microseconds within `time`, 0 to 999. */
  micros: number;
  /** The taker's side. */
  side: 'buy' | 'sell';
}

/** ISO 8601 with microseconds, as Coinbase writes times. */
export function isoMicros(time: number, micros: number): string {
  return `${new Date(time).toISOString().slice(0, -1)}${String(micros).padStart(3, '0')}Z`;
}
