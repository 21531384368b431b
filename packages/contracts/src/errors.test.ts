import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_CODES, TidemarkError } from './errors.ts';
import { CLOSE_CODES } from './stream.ts';

const document = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');

/** Rows `| NAME | number | …` of the document's section under `heading`; a cell is empty where nothing is said. */
function rowsOf(heading: string): { name: string; number: number; words: string[] }[] {
  const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| `([A-Z_]+)` *\| (\d+) *\|(.+)\|$/gm)].map(
    ([, name = '', number, rest = '']) => ({
      name,
      number: Number(number),
      words: rest.split('|').map((cell) => cell.trim()),
    }),
  );
}

function numbersOf(heading: string): Record<string, number> {
  return Object.fromEntries(rowsOf(heading).map(({ name, number }) => [name, number]));
}

test('docs/errors.md lists every error code with its status, and no other', () => {
  expect(numbersOf('Codes')).toEqual(ERROR_CODES);
});

test('docs/errors.md lists every close code of a stream, and no other', () => {
  expect(numbersOf('Streams')).toEqual(CLOSE_CODES);
});

test('every code is said to mean something, and what to do', () => {
  const rows = [...rowsOf('Codes'), ...rowsOf('Streams')];
  expect(rows.filter(({ words }) => words.length !== 2 || words.includes(''))).toEqual([]);
});

test('an error answers with the status of its code', () => {
  expect(new TidemarkError('NOT_READY', 'not yet').statusCode).toBe(503);
});
