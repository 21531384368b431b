import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWholePlatform, type WholePlatform } from './support/whole-platform.ts';

interface Family {
  name: string;
  type: string;
  help: string;
}

let platform: WholePlatform;
let families: Family[];
beforeAll(async () => {
  platform = await startWholePlatform();
  const text = await (await fetch(`${platform.url}/metrics`)).text();
  const helps = new Map(
    [...text.matchAll(/^# HELP (\S+) (.*)$/gm)].map(([, name = '', help = '']) => [name, help]),
  );
  families = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => ({
    ...{ name, type },
    help: helps.get(name) ?? '',
  }));
}, 90_000);
afterAll(() => platform.stop());

/** Gauges of the library's own that are named as counters are; https://prometheus.io/docs/practices/naming. */
const OF_THE_LIBRARY = /^nodejs_active_(resources|handles|requests)_total$/;

test('what ends in _total is a counter, and every counter ends so', () => {
  const own = families.filter(({ name }) => !OF_THE_LIBRARY.test(name));
  expect(own.length).toBeGreaterThan(25);
  const misnamed = own.filter(({ name, type }) => name.endsWith('_total') !== (type === 'counter'));
  expect(misnamed).toEqual([]);
});

test('each says what it is', () => {
  expect(families.filter(({ help }) => !/\S/.test(help))).toEqual([]);
});

test('durations and sizes have their base unit at the end of the name', () => {
  const units = /_(seconds|bytes)(_total)?$/;
  const measured = /duration|lag|memory|heap_s|offset|uptime|latency/;
  const bare = families.filter(({ name }) => measured.test(name) && !units.test(name));
  expect(bare).toEqual([]);
});
