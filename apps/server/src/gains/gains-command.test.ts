import { describe, expect, test } from 'vitest';
import { gains } from './gains-command.ts';
import type { GainsReport } from './gains-report.ts';
import { UsageError } from './usage-error.ts';

const BUY = {
  t: '2020-01-10T12:00:00+00:00',
  type: 'buy',
  asset: 'BTC',
  qty: '1',
  price: '8000',
};
const SELL = { ...BUY, t: '2021-02-10T12:00:00+00:00', type: 'sell', price: '45000' };

function run(transactions: unknown, ...args: string[]): GainsReport {
  const read = () => JSON.stringify({ transactions });
  return JSON.parse(gains([...args, 'ledger.json'], '/', read)) as GainsReport;
}
const fifo = (...transactions: unknown[]) => run(transactions, '--method', 'fifo');

test('a sale is a lot with its rows, and nothing is left', () => {
  expect(fifo(BUY, { ...SELL, fee_usd: '90' })).toEqual({
    lots: [
      {
        event: 'sell',
        row: 2,
        asset: 'BTC',
        wallet: '',
        qty: '1',
        lot_row: 1,
        acquired: BUY.t,
        disposed: SELL.t,
        proceeds: '44910',
        cost: '8000',
        gain: '36910',
        term: 'LONG',
        long_term: true,
      },
    ],
    capital_gain: '36910',
    income: '0',
    fees: '0',
    fees_paid: '90',
    holdings: [],
    refused: [],
    warnings: [],
  });
});

test('the fee of a transfer is a move and an expense', () => {
  const move = { t: SELL.t, type: 'transfer', asset: 'BTC', qty: '0.5', received: '0.4995' };
  const report = fifo(BUY, { ...move, price: '9100', wallet: 'A', to: 'B' });
  expect(report.lots).toMatchObject([{ event: 'move', row: 2, qty: '0.0005', gain: '0.55' }]);
  expect([report.capital_gain, report.fees]).toEqual(['0.55', '4.55']);
});

test('under the UK’s rules a day is a line, with the fees apart', () => {
  const args = ['--method', 'uk_pool', '--convention', 'bittytax'];
  const back = { ...BUY, t: '2021-02-20T12:00:00Z', price: '44000', fee_usd: '10' };
  expect(run([BUY, SELL, back], ...args).lots).toEqual([
    {
      date: '2021-02-10',
      rule: 'Bed & Breakfast (20/02/2021)',
      asset: 'BTC',
      rows: [2],
      lot_rows: [3],
      qty: '1',
      proceeds: '45000',
      cost: '44000',
      fees: '10',
      gain: '990',
    },
  ]);
});

test('what lacks is refused with its row, and the gain is not known', () => {
  const report = fifo(BUY, { ...SELL, qty: '1.5' });
  expect(report.refused).toEqual([
    { row: 2, asset: 'BTC', wallet: null, reason: '1.5 BTC to go, 1 there' },
  ]);
  expect(report.capital_gain).toBeNull();
  const booked = run([BUY, { ...SELL, qty: '1.5' }], '--method=fifo', '--convention=bittytax');
  expect(booked.capital_gain).toBe('55500');
  expect(booked.warnings[0]).toContain('row 2: 1.5 BTC to go, 1 there');
});

test('a row without a price has no value, and says so', () => {
  const report = fifo({ t: BUY.t, type: 'income', kind: 'airdrop', asset: 'UNI', qty: '100' });
  expect([report.income, report.holdings[0]?.cost]).toEqual([null, null]);
  expect(report.warnings).toEqual(['row 1: no price of UNI; what needs it is null']);
});

describe('refused with a message', () => {
  test.each([
    [[], '--method is missing'],
    [['--method', 'best'], '--method best is none of fifo, lifo'],
    [['--method', 'fifo', '--convention', 'irs'], '--convention irs is none of tidemark'],
    [['--method', 'fifo', '--colour'], "Unknown option '--colour'"],
    [['--method', 'fifo', 'other.json'], 'Name one file'],
  ])('%j', (args, message) => {
    const asked = () => run([], ...args);
    expect(asked).toThrow(UsageError);
    expect(asked).toThrow(message);
  });

  test.each([
    [{ ...BUY, qty: '1e3' }, 'row 2, qty: "1e3" is no decimal'],
    [{ ...BUY, qty: 1 }, 'row 2, qty: 1 is no decimal'],
    [{ ...BUY, qty: '0' }, 'row 2, qty: "0" is not above zero'],
    [{ ...BUY, price: '-1' }, 'row 2, price: "-1" is below zero'],
    [{ ...BUY, t: '2020-01-10T12:00:00' }, 'row 2, t: "2020-01-10T12:00:00" is no ISO 8601'],
    [{ ...BUY, t: '2020-13-10T12:00:00Z' }, 'row 2, t:'],
    [{ ...BUY, type: 'lend' }, 'row 2, type: "lend" is none of buy'],
    [{ ...BUY, asset: undefined }, 'row 2, asset: "missing" is no text'],
    [{ ...BUY, type: 'transfer', received: '2' }, 'row 2, received: "2" is more than qty'],
    [7, 'row 2 is no object'],
  ])('%j', (row, message) => {
    expect(() => fifo(BUY, row)).toThrow(message);
  });

  test('amounts whose product is too long', () => {
    const long = { ...BUY, qty: '7'.repeat(150), price: '7'.repeat(150) };
    expect(() => fifo(BUY, long)).toThrow(UsageError);
  });

  test('a file that is none, no JSON, or no ledger', () => {
    const file = (read: () => string) => () => gains(['--method=fifo', 'x.json'], '/', read);
    const none = () => {
      throw new Error('ENOENT');
    };
    expect(file(none)).toThrow('/x.json cannot be read: ENOENT');
    expect(file(() => '{')).toThrow('/x.json is no JSON');
    expect(file(() => '[]')).toThrow('no list "transactions"');
  });
});
