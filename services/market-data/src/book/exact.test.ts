import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUnits, toUnits, TURNOVER_PLACES, unitsToNumber, VOLUME_PLACES } from './exact.ts';

const Wide = Decimal.clone({ precision: 200, toExpNeg: -100, toExpPos: 100 });
const decimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^\d{0,18}$/))
  .map(([whole, decimals]) => (decimals === '' ? `${whole}` : `${whole}.${decimals}`));

describe('exact sums', () => {
  it('add and multiply as decimal.js does with digits to spare', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(decimal, decimal), { minLength: 1 }), (trades) => {
        let volume = 0n;
        let turnover = 0n;
        let wideVolume = new Wide(0);
        let wideTurnover = new Wide(0);
        for (const [size, price] of trades) {
          const units = toUnits(size, VOLUME_PLACES);
          volume += units;
          turnover += units * toUnits(price, VOLUME_PLACES);
          wideVolume = wideVolume.plus(size);
          wideTurnover = wideTurnover.plus(new Wide(size).times(price));
        }
        expect(fromUnits(volume, VOLUME_PLACES)).toBe(wideVolume.toFixed());
        expect(fromUnits(turnover, TURNOVER_PLACES)).toBe(wideTurnover.toFixed());
        expect(unitsToNumber(volume, VOLUME_PLACES)).toBe(wideVolume.toNumber());
      }),
    );
  });

  it('refuse what they cannot hold exactly', () => {
    expect(() => toUnits(`0.${'0'.repeat(18)}1`, VOLUME_PLACES)).toThrow(RangeError);
    expect(() => toUnits('1e5', VOLUME_PLACES)).toThrow(SyntaxError);
  });
});
