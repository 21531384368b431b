import type { SentimentPoint } from '@tidemark/contracts/sentiment';
import type { KnownNews } from '../news/market-news.ts';
import type { FearGreedComponent } from './fear-greed-components.ts';

/** Fewer different stories than these say nothing of a market. */
const LEAST_STORIES = 5;

/**
 * The part of the index that is made of news. It is not ranked as the others are: news are not loaded back for years, and
 * their score has a scale and a middle of its own. −1, all bad, is 0; 0, as much good as bad, is 50; 1, all good, is 100.
 */
export function newsComponent({ days, absent }: KnownNews): FearGreedComponent {
  const byTime = new Map(days.map((day) => [day.time, day]));
  return {
    name: 'sentiment',
    measures:
      "What the market's news sound like at the day's end: -1 all bad, 0 neutral, 1 all good",
    weight: 15,
    highMeans: 'greed',
    isOptional: true,
    partOf: (score) => (1 + score) / 2,
    whyUnknown: (time) => absent ?? whyNot(byTime.get(time)),
    figures: ({ times }) => times.map((time) => scoreOf(byTime.get(time))),
  };
}

function scoreOf(day: SentimentPoint | undefined): number | null {
  return day === undefined || day.stories < LEAST_STORIES ? null : day.score;
}

function whyNot(day: SentimentPoint | undefined): string {
  if (day === undefined) return 'No news of this day are kept.';
  const stories = day.stories === 1 ? '1 story' : `${day.stories} stories`;
  return `The news of this day are ${stories}; at least ${LEAST_STORIES} are needed.`;
}
