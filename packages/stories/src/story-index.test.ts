import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeadline, type Headline } from './headline.ts';
import { LearntIdf } from './idf.ts';
import { compare, SAME_STORY } from './similarity.ts';
import { StoryIndex, type StoryItem } from './story-index.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 0, 5, 12);

function item(id: string, title: string, more: Partial<StoryItem> = {}): StoryItem {
  return { id, title, time: NOON, coins: [], sign: 0, ...more };
}

/** The same by comparing each with all. */
class NaiveIndex {
  readonly #idf = new LearntIdf();
  #kept: (StoryItem & { headline: Headline; story: { id: string; sign: number } })[] = [];

  add(added: StoryItem): string {
    const known = this.#kept.find(({ id }) => id === added.id);
    if (known !== undefined) return known.story.id;
    if (this.#kept.some(({ time }) => added.time < time - 48 * HOUR)) return added.id;
    for (const old of this.#kept.filter(({ time }) => time < added.time - 48 * HOUR)) {
      this.#idf.remove(old.headline.terms);
    }
    this.#kept = this.#kept.filter(({ time }) => time >= added.time - 48 * HOUR);
    const headline = readHeadline(added.title, added.coins);
    const similar = this.#kept
      .filter(({ story }) => story.sign * added.sign >= 0)
      .map((kept) => ({ kept, value: compare(headline, kept.headline, this.#idf).value }))
      .filter(({ value }) => value >= SAME_STORY)
      .sort(
        (a, b) =>
          b.value - a.value || a.kept.time - b.kept.time || (a.kept.id < b.kept.id ? -1 : 1),
      );
    const story = similar[0]?.kept.story ?? { id: added.id, sign: 0 };
    if (story.sign === 0) story.sign = added.sign;
    this.#kept.push({ ...added, headline, story });
    this.#idf.add(headline.terms);
    return story.id;
  }
}

const words = fc.constantFrom(
  ...['Bitcoin', 'Ether', 'Marlin', 'Kestrel', 'exchange', 'hacked', 'rises', 'falls', 'returns'],
  ...[
    'funds',
    '$41M',
    '12%',
    '$41.7M',
    '4,710',
    'raises',
    'vote',
    'crypto',
    'market',
    'today',
    'Porto',
    'mayor',
  ],
);
const items = fc.array(
  fc.record({
    id: fc.integer({ min: 0, max: 40 }).map(String),
    title: fc.array(words, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(' ')),
    time: fc.integer({ min: 0, max: 80 }).map((hours) => NOON + hours * HOUR),
    coins: fc.subarray(['bitcoin', 'ethereum']),
    sign: fc.constantFrom(-1, 0, 1),
  }),
  { maxLength: 50 },
) as fc.Arbitrary<StoryItem[]>;

it('the index tells what comparing each with all would', () => {
  fc.assert(
    fc.property(items, (all) => {
      const [index, naive] = [new StoryIndex(), new NaiveIndex()];
      for (const each of all) expect(index.add(each)).toBe(naive.add(each));
    }),
    { numRuns: 300 },
  );
});

it('an item that comes again changes nothing', () => {
  fc.assert(
    fc.property(items, (all) => {
      const [once, twice] = [new StoryIndex(), new StoryIndex()];
      for (const each of all) {
        const story = once.add(each);
        expect(twice.add(each)).toBe(story);
        if (all.every(({ time }) => time <= each.time + 48 * HOUR)) {
          expect(twice.add({ ...each, title: 'Another title', sign: 0 })).toBe(story);
        }
        expect(twice.size).toBe(once.size);
      }
    }),
  );
});

describe('stories', () => {
  it('bear the id of their first item', () => {
    const index = new StoryIndex();
    expect(index.add(item('a', 'Marlin Finance exploited for $41M'))).toBe('a');
    expect(index.add(item('b', 'Porto mayor wants salaries in bitcoin'))).toBe('b');
    expect(index.add(item('c', 'Hackers drain $41 million from Marlin Finance'))).toBe('a');
  });

  it('never hold opposite signs, not even with a neutral item between', () => {
    const index = new StoryIndex();
    const title = 'Marlin Finance and its $41M';
    expect(index.add(item('a', title, { sign: -1 }))).toBe('a');
    expect(index.add(item('b', title, { sign: 0 }))).toBe('a');
    expect(index.add(item('c', title, { sign: 1 }))).toBe('c');
    expect(index.add(item('d', title, { sign: -1 }))).toBe('a');
  });

  it('end 48 hours after their last item', () => {
    const index = new StoryIndex();
    const title = 'Kestrel Exchange halts withdrawals in Porto';
    index.add(item('a', title));
    expect(index.add(item('b', title, { time: NOON + 48 * HOUR }))).toBe('a');
    expect(index.add(item('c', title, { time: NOON + 96 * HOUR }))).toBe('a');
    expect(index.add(item('d', title, { time: NOON + 145 * HOUR }))).toBe('d');
    expect(index.size).toBe(1);
    expect(index.add(item('e', title, { time: NOON }))).toBe('e');
    expect(index.size).toBe(1);
  });

  it('with one title every day are told apart where it says nothing', () => {
    const index = new StoryIndex();
    const title = 'What happened in crypto markets today';
    expect(index.add(item('a', title))).toBe('a');
    expect(index.add(item('b', title, { time: NOON + 24 * HOUR }))).toBe('b');
  });

  it('are told by coins that the title does not name', () => {
    const title = 'Foundation opens fund for builders in Porto';
    const index = new StoryIndex();
    index.add(item('a', title, { coins: ['near'] }));
    expect(index.add(item('b', title, { coins: ['sui'] }))).toBe('b');
  });
});

it('thousands of one text take no longer than so many different ones', () => {
  const index = new StoryIndex();
  const begun = performance.now();
  for (let i = 0; i < 5_000; i += 1) {
    index.add(item(`${i}`, 'Kestrel hackers drain Marlin', { sign: i % 2 === 0 ? 1 : -1 }));
  }
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(index.size).toBe(5_000);
});

it('of a thousand that share a little, the one that shares most is found', () => {
  const index = new StoryIndex();
  for (let i = 0; i < 1_000; i += 1) {
    index.add(item(`${i}`, `Kestrel opens vault ${'abcdefghij'[i % 10]}q${i}z in Porto`));
  }
  index.add(item('first', 'Marlin Finance exploited in Porto vault of Kestrel'));
  expect(index.add(item('second', 'Kestrel vault in Porto: Marlin Finance exploited'))).toBe(
    'first',
  );
});

it('so many items are kept, the newest', () => {
  const index = new StoryIndex({ mostItems: 3 });
  for (let i = 0; i < 10; i += 1) index.add(item(`${i}`, `Marlin vault ${i}`, { time: NOON + i }));
  expect(index.size).toBe(3);
});

it('a time that is none is refused', () => {
  expect(() => new StoryIndex().add(item('a', 'Title', { time: Number.NaN }))).toThrow(RangeError);
});

it('what was forgotten is not common any more', () => {
  const [used, fresh] = [new StoryIndex(), new StoryIndex()];
  for (let i = 0; i < 1_500; i += 1) used.add(item(`${i}`, `Kestrel Porto vault ${i}x`));
  const pair = ['Kestrel opens vault in Porto', 'Porto vault of Kestrel opens'] as const;
  for (const index of [used, fresh]) {
    const stories = pair.map((title, i) =>
      index.add(item(`new ${i}`, title, { time: NOON + 100 * HOUR })),
    );
    expect(stories).toEqual(['new 0', 'new 0']);
  }
});
