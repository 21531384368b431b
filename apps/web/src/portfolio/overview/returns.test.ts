import { expect, test } from 'vitest';
import { performanceOf } from '../performance.fixture.ts';
import { tellMoneyWeighted, tellTimeWeighted } from './returns.ts';

const yearly = (percent: number) => `${percent}%`;
const { time_weighted: timed, money_weighted: weighted } = performanceOf();

test('a return of less than a year is told as it is, and not for a year', () => {
  const short = tellTimeWeighted({ ...timed, percent: 4, annual_percent: null }, yearly);
  expect(short).toEqual({ percents: [4], span: 'in all', note: 'Under a year: not annualised.' });
  const money = { ...weighted, annual_percent: [3678], overall_percent: [1], days: 1 };
  expect(tellMoneyWeighted({ ...money, answer: 'under_a_year' })).toEqual({
    percents: [1],
    span: 'in all',
    note: '1 day, under a year: not annualised.',
  });
});

test('a longer one is told for a year too, and days without a price are said', () => {
  const long = tellTimeWeighted(
    { ...timed, percent: 41, annual_percent: 12, unexplained_days: 3 },
    yearly,
  );
  expect(long.note).toBe('12% a year. 3 days without a price are left out.');
});

test('two solutions are both shown, and neither is called the return', () => {
  const told = tellMoneyWeighted({
    ...{ answer: 'two_solutions', annual_percent: [25, 400], overall_percent: [], days: 800 },
  });
  expect(told.percents).toEqual([25, 400]);
  expect(told.note).toMatch(/Two solutions.*none of them is the return/);
});

test('where there is no solution, and where it is not known, no figure is made up', () => {
  const none = { annual_percent: [], overall_percent: [], days: 0 };
  expect(tellMoneyWeighted({ answer: 'no_solution', ...none })).toMatchObject({
    percents: [],
    note: expect.stringMatching(/^No solution/) as string,
  });
  expect(tellMoneyWeighted({ answer: 'not_known', ...none })).toMatchObject({ percents: [] });
  expect(tellTimeWeighted({ ...timed, percent: null }, yearly)).toMatchObject({ percents: [] });
});
