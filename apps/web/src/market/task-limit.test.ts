import { expect, test } from 'vitest';
import { createTaskLimit } from './task-limit.ts';

test('never more than the limit run at a time, and all run in the order they came', async () => {
  const limit = createTaskLimit(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const task = (id: number) => async () => {
    started.push(id);
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    return id;
  };
  const results = await Promise.all([1, 2, 3, 4, 5].map((id) => limit(task(id))));
  expect(results).toEqual([1, 2, 3, 4, 5]);
  expect(started).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test('a task that fails gives its place to the next', async () => {
  const limit = createTaskLimit(1);
  const failing = limit(() => Promise.reject(new Error('no')));
  const next = limit(() => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});
