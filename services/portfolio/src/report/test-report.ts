import type { DisposalRow } from '@tidemark/contracts/portfolio-gains';
import type { Position } from '@tidemark/contracts/portfolio-value';
import type { ReportInput } from './report-input.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2024, 0, 15);
const MADE = Date.UTC(2026, 1, 1, 9, 30);
const ID = '00000000-0000-4000-8000-000000000001';

/** A report's input, made up, with some disposals, gaps and refusals in it. */
export function testReport(more: Partial<ReportInput> & { rows?: number } = {}): ReportInput {
  const { rows = 120, ...rest } = more;
  const year = rest.year === undefined ? 2025 : rest.year;
  const computed = {
    portfolio_id: ID,
    currency: 'EUR',
    method: 'fifo',
    convention: 'tidemark',
  } as const;
  const of = (n: number) => ({
    ...{ year: n, disposals: rows, proceeds: '151200.5', cost: '120345.25', gain: '30855.25' },
    ...{ short_term: '12000.25', long_term: '18855', currency_gains: '-12.345', income: '431.2' },
  });
  return {
    ...{ portfolio: 'Ersparnisse – Łódź, Αθήνα, Київ', owner: 'Zoë Müller-Ōe', made: MADE },
    ...{ version: '1.1.0', year },
    performance: {
      ...{ ...computed, as_of: MADE, value: '182345.678', cost: '140000', gain: '42345.678' },
      ...{ roi_percent: 30.2, today: { change: '12.5', percent: 0.1 }, realised: '30855.25' },
      ...{ currency_gains: '-12.345', income: '862.4', unrealised: '42345.678', expenses: '18.2' },
      ...{ put_in: '150000', taken_out: '41687.105', gained: '74032.783', money: '1200.5' },
      time_weighted: {
        ...{ percent: 44.1, annual_percent: 20.3, timing: 'start', since: START },
        unexplained_days: 0,
      },
      money_weighted: { answer: 'rate', annual_percent: [19.8], overall_percent: [40], days: 748 },
      positions: POSITIONS.map(position),
      closed: [{ asset: 'LUNA', realised: '-812.4', income: null }],
      unpriced: ['POAP'],
      missing_prices: [
        { asset: 'POAP', time: Date.UTC(2025, 4, 2), transaction_id: ID },
        { asset: 'POAP', time: MADE, transaction_id: null },
      ],
      oversold: [{ transaction_id: ID, asset: 'DOGE', wanted: '1500', available: '1200.5' }],
      history: { assets: 9, ready: 8 },
    },
    gains: { ...computed, as_of: MADE, years: [of(2025), of(2024)] },
    disposals: Array.from({ length: rows }, (_, i) => disposal(i)),
    hasMore: false,
    history: { points: Array.from({ length: 748 }, (_, i) => point(i)) },
    ...rest,
  };
}

const POSITIONS: [asset: string, value: number | null][] = [
  ...([
    ['BTC', 96_000],
    ['ETH', 41_000.5],
    ['SOL', 18_400],
    ['ADA', 9_100],
  ] as const),
  ...([
    ['LINK', 6_000],
    ['DOT', 5_200],
    ['AVAX', 3_900],
    ['EUR', 1_200.5],
  ] as const),
  ...([
    ['XRP', 900],
    ['LTC', 500],
    ['POAP', null],
    ['stETH', 145.178],
  ] as const),
].map(([asset, value]) => [asset, value]);

function position([asset, value]: (typeof POSITIONS)[number]): Position {
  const cost = value === null ? null : String(value * 0.75);
  return {
    ...{ asset, coin_id: null, kind: 'coin', quantity: '1.234567890123456789', wallets: [] },
    price:
      value === null
        ? null
        : { amount: String(value / 1.25), source: 'market', as_of: MADE, quality: 'good' },
    ...{ value: value === null ? null : String(value), cost, realised: '0', income: '12.5' },
    unrealised: value === null ? null : String(value * 0.25),
    ...{ unrealised_percent: 33.3, share_percent: value === null ? null : value / 1_823.46 },
    ...{ today: null, target_percent: null, drift_percent: null },
  };
}

function disposal(i: number): DisposalRow {
  const loss = i % 4 === 3;
  const disposed_at = Date.UTC(2025, 0, 3) + i * 3 * DAY_MS * (120 / Math.max(120, i));
  return {
    ...{ n: i, asset: ['BTC', 'ETH', 'SOL', 'stETH'][i % 4] ?? '', wallet: '' },
    ...{ kind: i % 9 === 0 ? 'swap' : 'sell', role: i % 7 === 0 ? 'fee' : 'amount' },
    ...{
      quantity: `0.${String(123456789 * (i + 1))}`,
      acquired_at: START + i * DAY_MS,
      disposed_at,
    },
    ...{ proceeds: '1260.004', cost: loss ? '1380.12' : '1002.877', term: loss ? 'short' : 'long' },
    ...{ gain: loss ? '-120.116' : '257.127', fees_disposing: '1', fees_acquiring: '1' },
    ...{ rule: null, disposed_by: [ID], acquired_by: [ID] },
  };
}

function point(i: number) {
  const value = 90_000 + 120 * i + 14_000 * Math.sin(i / 40) + 6_000 * Math.sin(i / 9);
  return {
    day: new Date(START + i * DAY_MS).toISOString().slice(0, 10),
    value: i > 500 && i < 530 ? null : value.toFixed(2),
    ...{ put_in: String(100_000 + Math.floor(i / 90) * 5_000), taken_out: '0' },
    ...{ time_weighted_percent: null, bitcoin: null, cash: null, equal_weight: null },
  };
}
