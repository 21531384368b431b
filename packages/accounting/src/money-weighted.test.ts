import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyWeightedReturn, type CashFlow } from './money-weighted.ts';

const DAY = 86_400_000;
const flows = (...all: [days: number, amount: number][]): CashFlow[] =>
  all.map(([days, amount]) => ({ time: days * DAY, amount }));

test('one rate a year', () => {
  const { answer, annual, overall } = moneyWeightedReturn(flows([0, -1000], [730, 1210]));
  expect(answer).toBe('rate');
  expect(annual[0]).toBeCloseTo(0.1, 12);
  expect(overall[0]).toBeCloseTo(0.21, 12);
});

test('under a year it is what was gained over the time', () => {
  const { answer, overall, annual } = moneyWeightedReturn(flows([0, -1000], [1, 2000]));
  expect(answer).toBe('under_a_year');
  expect(overall[0]).toBeCloseTo(1, 10);
  expect(annual[0]).toBeGreaterThan(1e100);
});

test('two solutions are both told', () => {
  const { answer, annual } = moneyWeightedReturn(flows([0, -4000], [365, 25_000], [730, -25_000]));
  expect(answer).toBe('two_solutions');
  expect(annual.map((rate) => rate.toFixed(9))).toEqual(['0.250000000', '4.000000000']);
});

test('two that are close to one another, and one that they meet in', () => {
  const between = (a: number, b: number) =>
    moneyWeightedReturn(flows([0, -1], [365, 2 + a + b], [730, -(1 + a) * (1 + b)])).annual;
  const [low, high] = between(0.1, 0.1001);
  expect([low?.toFixed(7), high?.toFixed(7)]).toEqual(['0.1000000', '0.1001000']);
  expect(between(0.25, 0.25)[0]).toBeCloseTo(0.25, 6);
});

test('three', () => {
  // (u − 1.1)(u − 1.3)(u − 2), u = 1 + r.
  const { answer, annual } = moneyWeightedReturn(
    flows([0, -1], [365, 4.4], [730, -6.23], [1095, 2.86]),
  );
  expect(answer).toBe('many_solutions');
  expect(annual.map((rate) => rate.toFixed(6))).toEqual(['0.100000', '0.300000', '1.000000']);
});

test.each([
  ['no_rate', flows([0, 100], [365, -230], [730, 140])],
  ['one_sign', flows([0, -1000], [151, -1000])],
  ['one_sign', flows([0, 1000], [151, 1000])],
  ['no_time', flows([0, -1000], [0.5, 1100])],
  ['no_time', []],
])('no solution: %s', (reason, all) => {
  expect(moneyWeightedReturn(all)).toMatchObject({ answer: 'no_solution', reason, annual: [] });
});

test('a total loss is one only where the value is said to be nothing', () => {
  expect(moneyWeightedReturn(flows([0, -1000], [365, 0]))).toMatchObject({
    answer: 'total_loss',
    annual: [-1],
  });
});

test.each([NaN, Infinity])('an amount of %d is refused', (amount) => {
  expect(() => moneyWeightedReturn(flows([0, amount], [9, 1]))).toThrow(RangeError);
});

/** Flows in and then a value: they change sign once, so there is one rate. */
const savings = fc
  .tuple(
    fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 3_000 }),
        amount: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    fc.double({ min: 0.01, max: 1e8, noNaN: true }),
  )
  .map(([paid, value]) =>
    flows(...paid.map(({ day, amount }): [number, number] => [day, -amount]), [3_650, value]),
  );

const worth = (all: readonly CashFlow[], rate: number) =>
  all.reduce((sum, { time, amount }) => sum + amount * (1 + rate) ** (-time / DAY / 365), 0);

test('it is what bisection finds', () => {
  fc.assert(
    fc.property(savings, (all) => {
      let [low, high] = [-1 + 1e-15, 1e9];
      for (let i = 0; i < 400; i += 1) {
        const middle = Math.expm1((Math.log1p(low) + Math.log1p(high)) / 2);
        if (worth(all, middle) < 0 === worth(all, low) < 0) low = middle;
        else high = middle;
      }
      const { answer, annual } = moneyWeightedReturn(all);
      expect(answer).toBe('rate');
      expect(Math.abs(Math.log1p(annual[0]!) - Math.log1p(low))).toBeLessThan(1e-9);
    }),
  );
});

/** Flows whose rates are known: the product of (u − 1 − rate), u = 1 + r, as amounts a year apart. */
function withRates(rates: readonly number[]): CashFlow[] {
  let amounts = [-1];
  for (const rate of rates) {
    amounts = [...amounts, 0].map((amount, i) => amount - (1 + rate) * (amounts[i - 1] ?? 0));
  }
  return flows(...amounts.map((amount, i): [number, number] => [i * 365, amount]));
}

test('all rates are found, however many there are', () => {
  const rates = fc.uniqueArray(fc.integer({ min: -18, max: 40 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rates, (twentieths) => {
      const wanted = twentieths.map((each) => each / 20).sort((a, b) => a - b);
      const { annual } = moneyWeightedReturn(withRates(wanted));
      expect(annual).toHaveLength(wanted.length);
      annual.forEach((rate, i) => expect(rate).toBeCloseTo(wanted[i]!, 5));
    }),
  );
});

test('thousands of flows in both directions have their rate, quickly', () => {
  const all: [number, number][] = [[0, -1e6]];
  for (let day = 1; day < 4_000; day += 1) all.push([day, day % 2 === 0 ? -100 : 100.5]);
  const began = performance.now();
  const { answer, annual } = moneyWeightedReturn(flows(...all, [4_000, 2e6]));
  expect(answer).toBe('rate');
  expect(Math.abs(worth(flows(...all, [4_000, 2e6]), annual[0]!))).toBeLessThan(1e-3);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('the order of flows does not matter, and their size does not', () => {
  fc.assert(
    fc.property(savings, (all) => {
      const [a, b, c] = [
        all,
        all.toReversed(),
        all.map((f) => ({ ...f, amount: f.amount * 1e-8 })),
      ].map((each) => Math.log1p(moneyWeightedReturn(each).annual[0]!));
      expect(b).toBeCloseTo(a!, 9);
      expect(c).toBeCloseTo(a!, 9);
    }),
  );
});
