import type { SentimentLabel } from '@tidemark/contracts/news';
import type { Sentiment } from '@tidemark/contracts/sentiment';
import { formatWithDecimals } from '../../format/price.ts';

export type Tone = 'good' | 'bad' | 'neutral';

/** What stands where there is no news. Never a zero. */
const NO_NEWS = 'no news';

export const TONE_OF: Record<SentimentLabel, Tone> = {
  positive: 'good',
  negative: 'bad',
  neutral: 'neutral',
};

/** From here on a score is called by the word. */
const STEPS = [
  [0.5, 'Very'],
  [0.25, 'Clearly'],
  [0.05, 'Slightly'],
] as const;

/** Whether a score, -1 to 1, is good or bad; near nothing it is neither. */
export function toneOf(score: number): Tone {
  if (Math.abs(score) < STEPS[2][0]) return 'neutral';
  return score > 0 ? 'good' : 'bad';
}

/** A score in two words, such as `Slightly good`. */
export function scoreName(score: number): string {
  const step = STEPS.find(([from]) => Math.abs(score) >= from);
  return step === undefined ? 'Neither good nor bad' : `${step[1]} ${toneOf(score)}`;
}

/** A score, or a change of one, with its sign: `+0.13`, `−0.13`, `0.00`; `no news` for none. */
export function formatScore(score: number | null): string {
  if (score === null || !Number.isFinite(score)) return NO_NEWS;
  const size = formatWithDecimals(Math.abs(score), 2);
  if (Number(size) === 0) return size;
  return `${score > 0 ? '+' : '−'}${size}`;
}

export const countWords = (count: number, one: string, several = `${one}s`) =>
  `${count} ${count === 1 ? one : several}`;

/** A share of 0 to 100 as a whole percentage. What is not all is never called 100%. */
export function wholePercent(share: number | null): string {
  const known = share ?? 0;
  return known < 100 && known >= 99.5 ? '>99%' : `${Math.round(known)}%`;
}

/** What a score says, in a sentence without a full stop: `Slightly good: 9 stories, 45% good, …; confidence 71%`. */
export function scoreSentence(sentiment: Sentiment): string {
  const { score, stories, positive_pct, negative_pct, neutral_pct, confidence } = sentiment;
  if (score === null) return `No news in the last ${sentiment.window_hours} h, and so no score`;
  const shares = [
    `${wholePercent(positive_pct)} good`,
    `${wholePercent(negative_pct)} bad`,
    `${wholePercent(neutral_pct)} neutral`,
  ].join(', ');
  return `${scoreName(score)}: ${countWords(stories, 'story', 'stories')}, ${shares}; confidence ${wholePercent(confidence * 100)}`;
}

/** How much is told, against what is usual: `usually 4.2 a day: 2.3 σ more than chance`. */
export function volumeWords({
  volume_usual,
  volume_surprise,
}: Pick<Sentiment, 'volume_usual' | 'volume_surprise'>): string {
  if (volume_usual === null) return 'what is usual is known after 3 days of news';
  const usual = `usually ${formatWithDecimals(volume_usual, 1)} a day`;
  if (volume_surprise === null) return usual;
  if (Math.abs(volume_surprise) < 0.05) return `${usual}: as many as that`;
  const way = volume_surprise > 0 ? 'more' : 'fewer';
  return `${usual}: ${formatWithDecimals(Math.abs(volume_surprise), 1)} σ ${way}`;
}
