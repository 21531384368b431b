import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { coinsIn } from './coins-in.ts';

/** Lines of `headline | tickers`; a headline may hold a bar itself. */
const HEADLINES: readonly (readonly [string, string])[] = readFileSync(
  new URL('headlines.txt', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => {
    const bar = line.lastIndexOf(' |');
    return [line.slice(0, bar), line.slice(bar + 2).trim()];
  });

const sorted = (symbols: readonly string[]): string => symbols.toSorted().join(' ');

it.each(HEADLINES)('%s: %s', (title, expected) => {
  const told = coinsIn(title).map(({ symbol }) => symbol);
  expect(sorted(told)).toBe(sorted(expected.split(' ').filter((symbol) => symbol !== '')));
});
