import { expect, test } from 'vitest';
import { termOf } from './term.ts';

const term = (acquired: string, disposed: string, rule: Parameters<typeof termOf>[2]) =>
  termOf(Date.parse(acquired), Date.parse(disposed), rule);

test.each([
  ['2021-03-05T10:00Z', '2022-03-05T23:59Z', 'short'],
  ['2021-03-05T10:00Z', '2022-03-06T00:00Z', 'long'],
  // A year of 366 days is a year.
  ['2019-12-01T12:00Z', '2020-12-01T13:00Z', 'short'],
  ['2019-12-01T12:00Z', '2020-12-02T00:00Z', 'long'],
  ['2020-02-29T12:00Z', '2021-02-28T23:00Z', 'short'],
  ['2020-02-29T12:00Z', '2021-03-01T00:00Z', 'long'],
])('from %s to %s is %s by the anniversary', (acquired, disposed, expected) => {
  expect(term(acquired, disposed, 'after_anniversary')).toBe(expected);
});

test('365 days to the millisecond are long from 365 days on, and not over them', () => {
  const [from, to] = ['2021-03-05T10:00Z', '2022-03-05T10:00Z'];
  expect(term(from, to, 'from_365_days')).toBe('long');
  expect(term(from, to, 'over_365_days')).toBe('short');
});
