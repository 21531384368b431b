import { expect, test } from 'vitest';
import { startOrder } from './start-order.ts';

const named = (name: string, ...needs: string[]) => ({ name, needs });
const names = (modules: { name: string }[]) => modules.map(({ name }) => name);

test('a module comes after all that it needs', () => {
  const modules = [named('gateway', 'analytics', 'bus'), named('analytics', 'bus'), named('bus')];
  expect(names(startOrder(modules))).toEqual(['bus', 'analytics', 'gateway']);
});

test('modules that do not need each other keep their order', () => {
  expect(names(startOrder([named('b'), named('a'), named('c')]))).toEqual(['b', 'a', 'c']);
});

test('a circle is refused, with its members in order', () => {
  const modules = [named('z', 'a'), named('a', 'b'), named('b', 'c'), named('c', 'a')];
  expect(() => startOrder(modules)).toThrow('a → b → c → a');
});

test('an unknown need is refused by name', () => {
  expect(() => startOrder([named('a', 'databse')])).toThrow('"a" needs "databse"');
});

test('two modules of one name are refused', () => {
  expect(() => startOrder([named('a'), named('a')])).toThrow('"a"');
});
