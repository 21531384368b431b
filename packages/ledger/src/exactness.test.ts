import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Amount } from './amount.ts';

const Decimal = Big();
Decimal.DP = 40;
Decimal.RM = Decimal.roundHalfEven;
Decimal.NE = -1_000;
Decimal.PE = 1_000;

const texts = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: -5, max: 50 }))
  .map(([units, places]) => `${units}e${-places}`);
/** Also such as are halves of a last digit. */
const halves = fc
  .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 0, max: 44 }))
  .map(([n, places]) => `${n * 5}e-${places}`);
const decimals = fc.oneof(texts, halves);
const told = (big: Big): string => (big.eq(0) ? '0' : big.toFixed());

describe('what an amount says is what big.js says', () => {
  test.each(['plus', 'minus', 'times'] as const)('%s', (name) => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(new Amount(a)[name](b).toFixed()).toBe(told(new Decimal(a)[name](b)));
      }),
    );
  });

  test('div, to the last of 40 digits', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        fc.pre(!new Decimal(b).eq(0));
        expect(new Amount(a).div(b).toFixed()).toBe(told(new Decimal(a).div(b)));
      }),
      { numRuns: 500 },
    );
  });

  test.each(['eq', 'gt', 'gte', 'lt', 'lte', 'cmp'] as const)('%s', (name) => {
    const near = fc.oneof(decimals, fc.constant('0'), fc.constant('1'), fc.constant('1.00'));
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(new Amount(a)[name](b)).toBe(new Decimal(a)[name](b));
        expect(new Amount(a)[name](0)).toBe(new Decimal(a)[name](0));
      }),
    );
  });

  test('round and toFixed', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 45 }), (text, places) => {
        const [ours, theirs] = [new Amount(text), new Decimal(text)];
        expect(ours.round(places).toFixed()).toBe(told(theirs.round(places)));
        expect(new Amount(ours.toFixed(places)).toFixed()).toBe(told(theirs.round(places)));
        expect(ours.toFixed(places).split('.')[1]?.length ?? 0).toBe(places);
      }),
    );
  });

  test('neg, abs, pow, toNumber', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 5 }), (text, power) => {
        const [ours, theirs] = [new Amount(text), new Decimal(text)];
        expect(ours.neg().toFixed()).toBe(told(theirs.neg()));
        expect(ours.abs().toFixed()).toBe(told(theirs.abs()));
        expect(ours.pow(power).toFixed()).toBe(told(theirs.pow(power)));
        expect(ours.toNumber()).toBe(Number(told(theirs)));
      }),
    );
    expect(new Amount(10).pow(-18).toFixed()).toBe('0.000000000000000001');
  });

  test('a number is read as it is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(new Amount(number).toFixed()).toBe(told(new Decimal(number)));
      }),
    );
  });
});

test('a share is rounded once', () => {
  fc.assert(
    fc.property(decimals, decimals, decimals, (value, part, whole) => {
      fc.pre(!new Decimal(whole).eq(0));
      const expected = new Decimal(value).times(part).div(whole);
      const share = new Amount(value).share(new Amount(part), new Amount(whole));
      expect(share.toFixed()).toBe(told(expected));
    }),
    { numRuns: 1_000 },
  );
});

test.each(['', '.', '-', 'e3', 'NaN', '1,5', '0x1F', '1e', ' 1'])('%j is refused', (text) => {
  expect(() => new Amount(text)).toThrow(RangeError);
});

test('nothing is divided by zero', () => {
  expect(() => new Amount(1).div(0)).toThrow(RangeError);
});
