import fc from 'fast-check';
import { seriesOf, type Point, type Series } from '../src/series.ts';

export const HOUR = 3_600_000;

type Move = 'hole' | 'flat' | 'up' | 'down' | number;

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 12, arbitrary: fc.double({ min: -0.1, max: 0.1, noNaN: true }) },
  { weight: 4, arbitrary: fc.constant<Move>('flat') },
  { weight: 2, arbitrary: fc.constant<Move>('hole') },
  { weight: 1, arbitrary: fc.constantFrom<Move>('up', 'down') },
);

/** Hourly closes as they should not be but are: holes (null), flat stretches, jumps by a factor of 10^6. */
export function roughBars(maxLength = 200): fc.Arbitrary<(Point | null)[]> {
  return fc
    .array(fc.tuple(move, fc.integer({ min: 1, max: 12 })), {
      maxLength: maxLength / 4,
      size: 'max',
    })
    .map((stretches) => {
      const moves = stretches.flatMap(([step, repeats]) =>
        step === 'flat' ? new Array<Move>(repeats).fill(step) : [step],
      );
      let price = 100;
      return moves.map((step, i) => {
        price = inTicks(Math.min(Math.max(price * factorOf(step), 1e-3), 1e9));
        return step === 'hole' ? null : { time: i * HOUR, value: price };
      });
    });
}

/** Nine digits, as venues quote: a textbook's formula cannot tell a movement in a price's last bit from its own rounding. */
function inTicks(price: number): number {
  return Number(price.toPrecision(9));
}

function factorOf(step: Move): number {
  if (typeof step === 'number') return 1 + step;
  return { hole: 1, flat: 1, up: 1e6, down: 1e-6 }[step];
}

/** The bars that exist. */
export function existing(bars: readonly (Point | null)[]): Series {
  return seriesOf(bars.filter((bar) => bar !== null));
}

/** A series of one value an hour. */
export function hourly(...values: number[]): Series {
  return seriesOf(values.map((value, i) => ({ time: i * HOUR, value })));
}

/** A long walk from a seed, with a jump now and then: the same at every run. */
export function walk(seed: number): () => number {
  let [state, price] = [seed >>> 0, 100];
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const chance = state / 2 ** 32;
    if (chance < 0.000_01) price = price < 1e5 ? price * 1e6 : price / 1e6;
    price *= 1 + (chance - 0.5) * 0.02;
    if (price < 1e-3 || price > 1e10) price = 100;
    return price;
  };
}
