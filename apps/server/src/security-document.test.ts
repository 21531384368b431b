import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const text = readFileSync(new URL('docs/security.md', root), 'utf8');
/** `file › name of the test`. */
const TEST = / › /;

const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
const tests = spans.filter((span) => TEST.test(span)).map((span) => span.split(TEST));
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) *\| ([12]) *\|(.+)\|$/gm)];

function isThere(path: string): boolean {
  return existsSync(new URL(path, root));
}

test('docs/security.md names tests that are in the file they are said to be in', () => {
  const missing = tests.filter(([path = '', name = '']) => {
    const source = isThere(path) ? readFileSync(new URL(path, root), 'utf8') : '';
    return !["'", '"', '`'].some((quote) => source.includes(quote + name + quote));
  });
  expect(missing).toEqual([]);
});

test('docs/security.md says of each requirement once where it is met, by what it is held, or why it is not met', () => {
  const numbers = rows.map(([, number]) => number);
  expect(numbers.length).toBeGreaterThan(80);
  expect([...new Set(numbers)]).toEqual(numbers);
  const empty = rows.filter(([, , , rest = '']) => rest.split('|').some((cell) => !cell.trim()));
  expect(empty.map(([, number]) => number)).toEqual([]);
});
