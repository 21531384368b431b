import { expect, test } from 'vitest';
import { MessageBudget } from './message-budget.ts';

test('a burst is allowed, then what time gives back', () => {
  const budget = new MessageBudget(2, 1, 0);
  expect([budget.take(0), budget.take(0), budget.take(0)]).toEqual([true, true, false]);
  expect(budget.take(999)).toBe(false);
  expect(budget.take(2000)).toBe(true);
});

test('rest saves up no more than a burst', () => {
  const budget = new MessageBudget(2, 1, 0);
  const taken = [1, 2, 3].map(() => budget.take(1_000_000));
  expect(taken).toEqual([true, true, false]);
});
