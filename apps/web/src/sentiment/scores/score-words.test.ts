import { expect, test } from 'vitest';
import { formatScore, scoreName, scoreSentence, volumeWords, wholePercent } from './score-words.ts';
import { nothingTold, sentimentOf } from './sentiment.fixture.ts';

test('a score is told in a sentence', () => {
  expect(scoreSentence(sentimentOf())).toBe(
    'Slightly good: 9 stories, 45% good, 43% bad, 13% neutral; confidence 71%',
  );
  expect(scoreSentence(sentimentOf({ score: -0.6, stories: 1 }))).toMatch(/^Very bad: 1 story,/);
});

test('no news is no score, and never a zero', () => {
  expect(scoreSentence(nothingTold())).toBe('No news in the last 72 h, and so no score');
  expect(formatScore(null)).toBe('no news');
  expect(formatScore(0)).toBe('0.00');
});

test('what rounds to nothing has no sign', () => {
  expect([0.126, -0.126, 0.004, -0.004].map(formatScore)).toEqual([
    '+0.13',
    '−0.13',
    '0.00',
    '0.00',
  ]);
});

test('words grow with the score', () => {
  expect([0, 0.04, 0.05, 0.3, 0.5, -0.05, -1].map(scoreName)).toEqual([
    ...['Neither good nor bad', 'Neither good nor bad', 'Slightly good', 'Clearly good'],
    ...['Very good', 'Slightly bad', 'Very bad'],
  ]);
});

test('what is nearly all is not all', () => {
  expect([99.4, 99.9, 100].map(wholePercent)).toEqual(['99%', '>99%', '100%']);
});

test('how much is told is told against what is usual, where that is known', () => {
  const words = (volume_usual: number | null, volume_surprise: number | null) =>
    volumeWords({ volume_usual, volume_surprise });
  expect(words(null, null)).toContain('known after 3 days');
  expect(words(4.21, 2.34)).toBe('usually 4.2 a day: 2.3 σ more');
  expect(words(4.21, -1)).toBe('usually 4.2 a day: 1.0 σ fewer');
  expect(words(4.21, 0.01)).toBe('usually 4.2 a day: as many as that');
});
