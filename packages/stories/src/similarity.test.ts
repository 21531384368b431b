import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESK_PAIRS, type DeskPair } from './desk-pairs.ts';
import { DIFFERENT, SAME } from './example-pairs.ts';
import { mostFor, SAME_STORY, similarity } from './similarity.ts';

describe('of one story', () => {
  it.each(SAME)('%s / %s', (a, b) => {
    expect(similarity(a, b).value).toBeGreaterThanOrEqual(SAME_STORY);
  });
});

/** How often a pair of one story is above one of two: the area under the curve. */
function areaOf(pairs: readonly DeskPair[], valueOf: (pair: DeskPair) => number): number {
  const same = pairs.filter(({ isSame }) => isSame).map(valueOf);
  const other = pairs.filter(({ isSame }) => !isSame).map(valueOf);
  const won = same.flatMap((x) => other.map((y) => (x > y ? 1 : x === y ? 0.5 : 0)));
  return won.reduce((sum: number, each) => sum + each, 0) / won.length;
}

it.each([
  ['first', 0.66],
  ['second', 0.72],
  ['third', 0.82],
  ['fourth', 0.95],
  ['fifth', 0.95],
  ['sixth', 0.89],
])('the %s pairs of desks are told apart, and better than by their words', (name, least) => {
  const pairs = DESK_PAIRS.get(name) ?? [];
  const area = areaOf(pairs, ({ a, b }) => similarity(a, b).value);
  expect(area).toBeGreaterThan(least);
  expect(area).toBeGreaterThan(areaOf(pairs, ({ a, b }) => similarity(a, b).words));
});

describe('of two stories', () => {
  it.each(DIFFERENT)('%s / %s', (a, b) => {
    expect(similarity(a, b).value).toBeLessThan(SAME_STORY);
  });
});

it.each([
  ['Fund raises $1.2B', 'Fund raises 1.2 billion', 1],
  ['Loss of 1,200,000 dollars', 'Loss of $1.2M', 1],
  ['Up 5%', 'Up 5 percent', 1],
  ['Up 5%', 'Up 5', null],
  ['Up 5%', 'Up 6%', 0],
  ['Up 5% to $90', 'Up to $90', 1],
  ['In 2026', 'In 2026', null],
  ['A stash of $1.23B', 'A stash of $1.2B', 0.5],
  ['Loss of $1.4B', 'Loss of $1.5B', 0.25],
  ['Loss of $1.4B', 'Loss of $2B', 0],
  ['At $118,000', 'At $126,000', 0],
  ['Nothing to count', 'Up 5%', null],
])('numbers of “%s” and “%s” agree by %s', (a, b, agreement) => {
  expect(similarity(a, b).numbers).toBe(agreement);
});

it('names of one coin are one, and another coin is told', () => {
  expect(similarity('Ether leads', 'ETH leads').coins).toBe(true);
  expect(similarity('Ether leads', 'Solana leads').coins).toBe(false);
  expect(similarity('Ether leads', 'The market leads').coins).toBe(null);
});

it.each([
  ['Bitcoin rises', 'Bitcoin falls', 'opposite'],
  ['Bitcoin rises', 'Bitcoin climbs', null],
  ['SEC approves fund', 'SEC rejects fund', 'opposite'],
  ['Marlin hacked', 'Arrest in Marlin hack', 'aftermath'],
  ['Marlin launches fund', 'Marlin delists fund', 'other'],
  ['Marlin hacked', 'Marlin in the news', null],
  ['Marlin founder arrested', 'Police arrest founder of Marlin', null],
])('of “%s” and “%s” it is told how they are at odds: %s', (a, b, actions) => {
  expect(similarity(a, b).actions).toBe(actions);
});

it('words that stand for one count as one', () => {
  expect(similarity('All-time high for Marlin', 'Record for Marlin').words).toBeGreaterThan(0.6);
  expect(similarity('U.S. sues Marlin', 'US sues Marlin').words).toBe(1);
  expect(similarity('Marlin regulator', 'Marlin regulation').words).toBe(1);
});

it('names are told where the headline does not capitalise all', () => {
  const of = (name: string): string => `The lending protocol ${name} opens a bridge on mainnet`;
  const other = similarity(of('Marlin'), of('Kestrel'));
  expect(other.value).toBeLessThan(similarity(of('marlin'), of('kestrel')).value);
});

const part = fc.constantFrom(
  ...[
    'Bitcoin',
    'Marlin',
    'hacked',
    'rises',
    'falls',
    '$1.2B',
    '5%',
    '1,000',
    'returns',
    '’s',
    '.,',
  ],
);
const title = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' ')),
);

it('it is between 0 and what its words can give, and the same from both sides', () => {
  fc.assert(
    fc.property(title, title, (a, b) => {
      const [one, other] = [similarity(a, b), similarity(b, a)];
      expect(one.value).toBeGreaterThanOrEqual(0);
      expect(one.value).toBeLessThanOrEqual(mostFor(one.words) + 1e-12);
      expect(mostFor(one.words)).toBeLessThanOrEqual(1);
      expect(other.value).toBeCloseTo(one.value, 12);
    }),
  );
});

it.each(['1,', '1.', 'a', '’s', '$1.2B ', '%'])('a text of %s alone takes no time', (unit) => {
  const long = unit.repeat(200_000);
  const begun = performance.now();
  similarity(long, long);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
