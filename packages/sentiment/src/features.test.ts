import { expect, it } from 'vitest';
import { countAll, FEATURES } from './features.ts';
import { tokensOf } from './tokens.ts';

/** What is counted of a headline, but for what every one has. */
function countedOf(text: string): Record<string, number> {
  const counted: Record<string, number> = {};
  countAll(tokensOf(text), new Map(), (feature, value) => {
    const name = FEATURES[feature] ?? '';
    if (name !== 'always') counted[name] = (counted[name] ?? 0) + value;
  });
  return counted;
}

it('events are told by forms of verbs, by words and by phrases', () => {
  const sum = (positive: number) => ({ 'positive events': positive });
  expect(countedOf('Example Chain launched')).toEqual({ launch: 1, ...sum(1) });
  expect(countedOf('Example Bank teams up with Example Pay')).toEqual({
    partnership: 1,
    ...sum(1),
  });
  expect(countedOf('Example Chain on a Tuesday')).toEqual({ 'no event': 1 });
});

it('a negation turns round what comes soon after it', () => {
  expect(countedOf('Example Bank will not ban trades')).toEqual({
    ...{ 'negated negative': 1, 'positive events': 1 },
  });
  expect(countedOf('No news: the exchange was hacked')).toMatchObject({ theft: 1 });
});

it('what stands after “despite” counts half, until a comma ends it', () => {
  const half = { ban: 0.5, 'lesser negative': 1, rise: 1 };
  expect(countedOf('Bitcoin soars despite the ban')).toMatchObject(half);
  expect(countedOf('Despite the ban, bitcoin soars')).toMatchObject(half);
});

it('directions to a number, and questions', () => {
  expect(countedOf('Ether is above $4,000')).toMatchObject({ 'up to a number': 1 });
  expect(countedOf('Ether down 7%')).toMatchObject({ 'down to a number': 1 });
  expect(countedOf('Will Ether crash?')).toMatchObject({
    question: 1,
    explains: 1,
    'question, negative': 1,
  });
});
