import { expect, test } from 'vitest';
import { firingOf } from '../alert.fixture.ts';
import { HeardFirings, readFiring } from './heard-firings.ts';

function listening() {
  const told: string[] = [];
  const heard = new HeardFirings(({ firing_id }) => told.push(firing_id));
  return { heard, told };
}

test('a firing that comes twice is told once', () => {
  const { heard, told } = listening();
  heard.knowPast(null);
  heard.hear(firingOf(1));
  heard.hear(firingOf(1));
  heard.hear(firingOf(2));
  expect(told).toEqual(['f-1', 'f-2']);
});

test('what was there before the page was opened is not told', () => {
  const { heard, told } = listening();
  heard.hear(firingOf(1));
  heard.hear(firingOf(2));
  heard.hear(firingOf(3));
  expect(told).toEqual([]);
  heard.knowPast(firingOf(2).told_at);
  expect(told).toEqual(['f-3']);
});

test('where nobody knows how far the past goes, what came first is taken for it', () => {
  const { heard, told } = listening();
  heard.hear(firingOf(1));
  heard.knowPast(undefined);
  heard.hear(firingOf(2));
  expect(told).toEqual(['f-2']);
});

test('what a line that comes back tells again is not told again, and what is new is', () => {
  const { heard, told } = listening();
  heard.knowPast(null);
  heard.hear(firingOf(1));
  heard.begin();
  heard.hear(firingOf(1));
  heard.hear(firingOf(2));
  heard.knowPast(firingOf(2).told_at);
  heard.hear(firingOf(3));
  expect(told).toEqual(['f-1', 'f-3']);
});

test('what was seen elsewhere already is not told', () => {
  const { heard, told } = listening();
  heard.knowPast(null);
  heard.hear(firingOf(1, { seen: true }));
  expect(told).toEqual([]);
});

test('of thousands of firings the latest are remembered', () => {
  const { heard, told } = listening();
  heard.knowPast(null);
  for (let n = 1; n <= 2_000; n += 1) heard.hear(firingOf(n));
  heard.hear(firingOf(2_000));
  expect(told).toHaveLength(2_000);
});

test('what is no firing is none', () => {
  expect(readFiring({ firing_id: 'f' })).toBeNull();
  expect(readFiring(firingOf(1))).toEqual(firingOf(1));
});
