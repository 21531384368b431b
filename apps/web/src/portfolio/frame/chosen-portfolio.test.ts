import type { Portfolio } from '@tidemark/contracts/portfolio';
import { expect, test } from 'vitest';
import { chosenOf } from './chosen-portfolio.ts';

const portfolios = ['new', 'old'].map((id) => ({ portfolio_id: id })) as Portfolio[];

test('the address decides, then the last visit, then the newest', () => {
  expect(chosenOf(portfolios, 'old', null)?.portfolio_id).toBe('old');
  expect(chosenOf(portfolios, null, 'old')?.portfolio_id).toBe('old');
  expect(chosenOf(portfolios, null, 'gone')?.portfolio_id).toBe('new');
});

test('an address of what is not there shows no other instead', () => {
  expect(chosenOf(portfolios, 'gone', 'old')).toBeNull();
  expect(chosenOf([], null, null)).toBeNull();
});
