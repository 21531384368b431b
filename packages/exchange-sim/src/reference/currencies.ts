/** A currency of the simulated reference series. */
export interface SimCurrency {
  /** ISO 4217. */
  code: string;
  /** What it reverts to over months, for one euro. */
  perEuro: number;
  /** Standard deviation of a day's log-return. */
  volatility: number;
  decimals: number;
  /** Day of its last rate, where the series goes on without it. */
  until?: string;
}

type Row = readonly [code: string, perEuro: number, volatility: number, decimals: number];

/* prettier-ignore */
const TABLE: readonly Row[] = [
  ['USD', 1.1,    0.0045, 4], ['JPY', 145,    0.0055, 2], ['CZK', 25,     0.0025, 3],
  ['DKK', 7.45,   0.0001, 4], ['GBP', 0.87,   0.0045, 5], ['HUF', 370,    0.0045, 2],
  ['PLN', 4.4,    0.0035, 4], ['RON', 4.9,    0.001,  4], ['SEK', 10.9,   0.004,  4],
  ['CHF', 1.02,   0.0035, 4], ['ISK', 145,    0.004,  1], ['NOK', 10.9,   0.005,  4],
  ['TRY', 18,     0.009,  4], ['AUD', 1.62,   0.005,  4], ['BRL', 5.4,    0.008,  4],
  ['CAD', 1.48,   0.0045, 4], ['CNY', 7.7,    0.0035, 4], ['HKD', 8.6,    0.0045, 4],
  ['IDR', 16_700, 0.0045, 2], ['ILS', 3.9,    0.0045, 4], ['INR', 86,     0.004,  4],
  ['KRW', 1_390,  0.0045, 2], ['MXN', 21,     0.007,  4], ['MYR', 4.9,    0.004,  4],
  ['NZD', 1.75,   0.005,  4], ['PHP', 59,     0.0045, 3], ['SGD', 1.5,    0.0035, 4],
  ['THB', 37.5,   0.0045, 3], ['ZAR', 18.5,   0.0085, 4],
];

/** What the ECB tells of, and one that it ceased to. */
export const SIM_CURRENCIES: readonly SimCurrency[] = [
  ...TABLE.map(([code, perEuro, volatility, decimals]) => ({
    ...{ code, perEuro, volatility, decimals },
  })),
  { code: 'RUB', perEuro: 75, volatility: 0.008, decimals: 4, until: '2022-03-01' },
];
