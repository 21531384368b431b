import { expect, test } from 'vitest';
import {
  exactText,
  moneyText,
  percentText,
  quantityText,
  shareText,
  unitPriceText,
} from './number-text.ts';

const eur = { locale: 'en', currency: 'EUR' };
/** Locales write blanks that do not break. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('money is written as the reader’s locale and its currency have it', () => {
  expect(moneyText('1234.5', eur)).toBe('€1,234.50');
  expect(plain(moneyText('-1234.5', { locale: 'de', currency: 'EUR' }))).toBe('-1.234,50 €');
  expect(moneyText('1234.5', { locale: 'en', currency: 'JPY' })).toBe('¥1,235');
  expect(moneyText('1234.5', { locale: 'no such locale', currency: 'EUR' })).toBe('€1,234.50');
});

test('an amount that is there is never written as nothing', () => {
  expect(moneyText('0.0042', eur)).toBe('€0.0042');
  expect(moneyText('-0.000012345', eur)).toBe('-€0.000012');
  expect(moneyText('0', eur)).toBe('€0.00');
  expect(quantityText('0.00148673', 'en')).toBe('0.00148673');
  expect(quantityText('0.000000000000000001', 'en')).toBe('0.000000000000000001');
  expect(shareText(0.001, 'en')).toBe('< 0.01%');
});

test('digits that a binary number has not are kept', () => {
  expect(moneyText('9007199254740993.25', eur)).toBe('€9,007,199,254,740,993.25');
  expect(exactText('123456789.123456789012345678', 'en')).toBe('123,456,789.123456789012345678');
});

test('a gain has its sign, and none where there is none', () => {
  expect(moneyText('5', eur, 'exceptZero')).toBe('+€5.00');
  expect(moneyText('0', eur, 'exceptZero')).toBe('€0.00');
  expect(percentText(-12.345, 'en', 'exceptZero')).toBe('-12.35%');
  expect(percentText(40_000, 'en')).toBe('40,000%');
});

test('a price keeps four digits however small it is', () => {
  expect(unitPriceText('0.000006123', eur)).toBe('€0.000006123');
  expect(unitPriceText('87654.123', eur)).toBe('€87,654.12');
  expect(unitPriceText('1', eur)).toBe('€1.00');
});
