import { expect, test } from 'vitest';
import { ownHosts } from './own-hosts.ts';

const local = { host: '127.0.0.1', publicUrl: undefined };

test('what listens on this machine alone is asked by its local names', () => {
  expect(ownHosts(local)).toEqual(['localhost', '127.0.0.1', '[::1]']);
});

test('and by the name that people reach it by', () => {
  expect(ownHosts({ ...local, publicUrl: 'https://tide.example' })).toContain('tide.example');
});

test('what listens for others is asked by any name', () => {
  expect(ownHosts({ ...local, host: '0.0.0.0' })).toBeUndefined();
});
