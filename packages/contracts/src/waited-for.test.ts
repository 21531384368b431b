import { expect, test } from 'vitest';
import { waitedFor } from './waited-for.ts';

const module = (name: string, waiting_for: string | null) => ({
  ...{ name, waiting_for },
  ready: waiting_for === null,
});

test('what is waited for is the cause, not whose turn comes later', () => {
  const modules = [
    module('root', 'database'),
    module('database', 'PostgreSQL'),
    module('users', 'database'),
  ];
  expect(waitedFor({ ready: false, modules })).toBe('PostgreSQL');
});

test('where nothing is waited for there is nothing to say', () => {
  expect(waitedFor({ ready: true, modules: [module('root', null)] })).toBeNull();
});
