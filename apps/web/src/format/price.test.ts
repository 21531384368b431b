import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPrice, priceDecimals } from './price.ts';

describe('a price', () => {
  test.each([
    [57_996.66, '57,996.66'],
    [142.3, '142.30'],
    [10, '10.00'],
    [7.12, '7.1200'],
    [0.612, '0.6120'],
    [0.00001234, '0.00001234'],
    [0.000000001234, '0.000000001234'],
    [0, '0.00'],
  ])('%d reads %s', (price, text) => {
    expect(formatPrice(price)).toBe(text);
  });

  test.each([null, undefined, NaN, Infinity])('%s reads as missing, never as zero', (price) => {
    expect(formatPrice(price)).toBe('—');
  });

  test('keeps four significant digits at every size from 1e-10 up', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-10, max: 1e7, noNaN: true }), (price) => {
        const shown = Number(formatPrice(price).replaceAll(',', ''));
        expect(Math.abs(shown - price) / price).toBeLessThanOrEqual(0.00051);
      }),
    );
  });

  test('has as many decimals on the chart’s axis as in the table', () => {
    expect(priceDecimals(0.00001234)).toBe(8);
    expect(priceDecimals(57_996.66)).toBe(2);
  });
});
