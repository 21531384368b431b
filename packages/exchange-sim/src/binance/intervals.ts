/** Kline intervals that are served, in ms. */
export const INTERVAL_STEPS: ReadonlyMap<string, number> = new Map([
  ['1m', 60_000],
  ['3m', 180_000],
  ['5m', 300_000],
  ['15m', 900_000],
  ['30m', 1_800_000],
  ['1h', 3_600_000],
  ['2h', 7_200_000],
  ['4h', 14_400_000],
  ['6h', 21_600_000],
  ['12h', 43_200_000],
  ['1d', 86_400_000],
]);

/** Up to this length a kline's turnover is summed from its trades. */
export const EXACT_TURNOVER_MS = 300_000;
