import { readFile } from 'node:fs/promises';
import { CONTRACT_VERSION } from '@tidemark/contracts/envelope';
import { expect, test } from 'vitest';
import { describedApi } from './support/described-api.ts';
import { brokenPromises, contractLines } from './support/openapi/contract-lines.ts';
import { releasedContract } from './support/openapi/released-contract.ts';

const majorOf = (version: string) => Number(version.split('.', 1)[0]);

test('what breaks a client of the last release raises the first number of the version', async () => {
  const released = await releasedContract();
  const broken = brokenPromises(released.lines, contractLines(await describedApi()));
  if (majorOf(CONTRACT_VERSION) > majorOf(released.version)) return;
  expect(broken).toEqual([]);
});

test('the changes of the contract have a chapter for the version that is served', async () => {
  const changes = await readFile(new URL('../../../docs/contract.md', import.meta.url), 'utf8');
  expect(changes).toContain(`\n## ${CONTRACT_VERSION}\n`);
});

test.each([
  ['an operation that is gone', ['getX is GET /x'], []],
  ['one that moved', ['getX is GET /x'], ['getX is GET /y']],
  ['a parameter that is gone', ['getX takes query.a string'], []],
  ['a value that is taken no more', ['Kind takes  = a', 'Kind takes  = b'], ['Kind takes  = a']],
  ['a field of another type', ['Price gives .price number'], ['Price gives .price string']],
  ['a field that may be null', ['P gives .a number'], ['P gives .a number or null']],
  ['a field that may be left out', ['P gives .a number'], ['P gives .a? number']],
  ['something new that is needed', ['A takes .a string'], ['A takes .a string', 'A needs .b']],
])('%s breaks', (_what, before, now) => {
  expect(brokenPromises(before, now)).not.toEqual([]);
});

test.each([
  ['an operation', [], ['getX is GET /x', 'getX needs query.a']],
  ['a parameter', ['getX is GET /x'], ['getX is GET /x', 'getX takes query.a string']],
  ['a field of an answer', ['P gives .a number'], ['P gives .a number', 'P gives .b number']],
  ['a need less', ['A takes .a string', 'A needs .a'], ['A takes .a string']],
])('%s more breaks nobody', (_what, before, now) => {
  expect(brokenPromises(before, now)).toEqual([]);
});
