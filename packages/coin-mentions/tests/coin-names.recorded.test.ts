import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { coinsIn } from '../src/coins-in.ts';

const SHARED = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const PRESENT = existsSync(SHARED);
const LEAST_SHARE = 0.95;
/** Headlines of shares and companies; a few of thousands are about a coin. */
const OFF_TOPIC = 'sentiment/training/sentfin-headlines.csv';
const MOST_OFF_TOPIC = 5;

const lines = (file: string): string[] =>
  readFileSync(SHARED + file, 'utf8')
    .trim()
    .split('\n');

it.runIf(process.env.CI === 'true')('the headlines are there (../shared)', () => {
  expect(PRESENT).toBe(true);
});

describe.skipIf(!PRESENT)('headlines that were published (../shared)', () => {
  it('ambiguous names are told', () => {
    const rows = lines('news/coin-names.jsonl').map(
      (line) => JSON.parse(line) as { headline: string; coins: string[] },
    );
    const right = rows.filter(({ headline, coins }) => {
      const told = coinsIn(headline).map(({ symbol }) => symbol);
      return told.toSorted().join() === coins.toSorted().join();
    });
    expect(right.length / rows.length).toBeGreaterThanOrEqual(LEAST_SHARE);
  });

  it('what is not about crypto has no coin', () => {
    const told = lines(OFF_TOPIC).filter((line) => coinsIn(line).length > 0);
    expect(told.length).toBeLessThanOrEqual(MOST_OFF_TOPIC);
  });
});
