/** A coin's price over a span of time, in USD, and how busy the span is beside its siblings. */
export interface PriceNode {
  open: number;
  high: number;
  low: number;
  close: number;
  activity: number;
}
