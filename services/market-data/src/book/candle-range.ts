/** [from, to) in epoch ms; the newest `limit` bars of it, or the oldest. */
export interface CandleRange {
  from: number;
  to: number;
  limit: number;
  /** Default `newest`. */
  end?: 'newest' | 'oldest';
}

/** As many as the range asks for, of its end. */
export function cut<T>(bars: readonly T[], { limit, end = 'newest' }: CandleRange): T[] {
  return end === 'newest' ? bars.slice(-limit) : bars.slice(0, limit);
}
