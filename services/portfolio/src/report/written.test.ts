import { expect, test } from 'vitest';
import { niceScale } from './value-chart.ts';
import { money, percent, price, quantity } from './written.ts';

test.each([
  ['1234567.895', 'EUR', '1,234,567.90'],
  ['-1234.5', 'EUR', '−1,234.50'],
  ['-0.001', 'EUR', '0.00'],
  ['1234.5', 'JPY', '1,234'],
  ['0.12345', 'KWD', '0.123'],
])('%s %s is written as %s', (amount, currency, written) => {
  expect(money(amount, currency)).toBe(written);
});

test.each([
  ['1234567.000000000000000001', '1,234,567.00000000…'],
  ['-0.12345678', '−0.12345678'],
  ['1500', '1,500'],
  ['0.999999999', '0.99999999…'],
])('a quantity of %s is written as %s: cut, never rounded', (amount, written) => {
  expect(quantity(amount)).toBe(written);
});

test('a price below one has its digits', () => {
  expect(price('0.0000123456789', 'EUR')).toBe('0.00001234…');
  expect(price('12.345', 'EUR')).toBe('12.34');
});

test('what is not known is said, and never zero', () => {
  expect([money(null, 'EUR'), percent(null)]).toEqual(['not known', 'not known']);
});

test.each([
  [0, 182_345, [0, 50_000, 100_000, 150_000, 200_000]],
  [-40, 130, [-50, 0, 50, 100, 150]],
  [0, 0.003, [0, 0.001, 0.002, 0.003]],
])('from %d to %d a scale has round numbers', (least, most, scale) => {
  expect(niceScale(least, most).map((value) => Number(value.toPrecision(9)))).toEqual(scale);
});
