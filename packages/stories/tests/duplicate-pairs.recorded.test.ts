import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { similarity } from '../src/similarity.ts';

const PAIRS = fileURLToPath(
  new URL('../../../../shared/data/news/duplicate-pairs.jsonl', import.meta.url),
);
const PRESENT = existsSync(PAIRS);
const LEAST_AUC = 0.88;

interface Pair {
  a: string;
  b: string;
  same: 0 | 1;
}

it.runIf(process.env.CI === 'true')('the pairs are there (../shared)', () => {
  expect(PRESENT).toBe(true);
});

describe.skipIf(!PRESENT)('pairs that were published (../shared)', () => {
  it('of one story are more similar than those of two', () => {
    const pairs = readFileSync(PAIRS, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Pair);
    const values = (wanted: number): number[] =>
      pairs.filter(({ same }) => same === wanted).map(({ a, b }) => similarity(a, b).value);
    const [same, different] = [values(1), values(0)];
    const won = same.flatMap((x) => different.map((y) => (x > y ? 1 : x === y ? 0.5 : 0)));
    const auc = won.reduce<number>((sum, each) => sum + each, 0) / won.length;
    expect(auc).toBeGreaterThanOrEqual(LEAST_AUC);
  });
});
