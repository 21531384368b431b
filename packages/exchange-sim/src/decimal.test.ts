import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eightDecimals, formatBigUnits, formatUnits, parseUnits, trimZeros } from './decimal.ts';

test('units are written with all their digits', () => {
  expect(formatUnits(5_800_103, 2)).toBe('58001.03');
  expect(formatUnits(742, 8)).toBe('0.00000742');
  expect(formatUnits(12, 0)).toBe('12');
  expect(formatBigUnits(123_456_789_012_345_678_901n, 8)).toBe('1234567890123.45678901');
});

test('what was written is read back', () => {
  const decimals = fc.integer({ min: 0, max: 8 });
  fc.assert(
    fc.property(fc.nat(), decimals, (units, places) => {
      expect(parseUnits(formatUnits(units, places), places)).toBe(BigInt(units));
    }),
  );
});

test('Binance has eight decimals', () => {
  expect(eightDecimals('7')).toBe('7.00000000');
  expect(eightDecimals('58001.03')).toBe('58001.03000000');
  expect(eightDecimals('1.0000000019')).toBe('1.00000000');
});

test('zeros at the end are dropped, others kept', () => {
  expect(trimZeros('0.04500000')).toBe('0.045');
  expect(trimZeros('985.00000000')).toBe('985');
  expect(trimZeros('100')).toBe('100');
});

test('what is no decimal counts nothing', () => {
  expect(parseUnits('0.-10000', 8)).toBe(0n);
});
