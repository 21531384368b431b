import { SENTIMENT_LABELS, type SentimentLabel } from '@tidemark/contracts/news';

const HOUR_MS = 3_600_000;
/** Articles older than this do not count, hours. */
export const WINDOW_HOURS = 72;
/** After which a story counts half, hours. */
export const HALF_LIFE_HOURS = 12;
/** What each doubling of the sources that tell a story adds to its weight. */
const REACH = 0.1;
/** Whole, fresh stories that a source of weight 1 comes to at the most, however many it tells. */
const SOURCE_CAP = 4;
/** A neutral story that is always there: one story alone does not make a coin's news all good. */
const PRIOR = 1;
/** So many independent stories make the confidence 1 - 1/e. */
const SURE_AT = 6;

/** An article that was scored. */
export interface WeighedArticle {
  storyId: number;
  sourceId: string;
  /** Epoch ms. */
  publishedAt: number;
  negative: number;
  neutral: number;
  positive: number;
}

/** What some articles sound like together. */
export interface Weighed {
  /** -1 to 1. */
  score: number;
  /** Percent of the stories' weight, by each story's likeliest label. */
  shares: Record<SentimentLabel, number>;
  /** 0 to 1. */
  confidence: number;
  /** Standard deviation of the stories' scores, by weight; null: fewer than two stories. */
  dispersion: number | null;
  stories: number;
  articles: number;
  sources: number;
}

/** What a source says of a story, summed over its articles. */
interface Telling {
  count: number;
  probabilities: number[];
}

interface Story {
  /** By source. */
  told: Map<string, Telling>;
  publishedAt: number;
}

/** A story as it counts. */
interface Counted {
  probabilities: number[];
  /** What each source that tells it adds to its weight, before the cap. */
  parts: Map<string, number>;
}

/**
 * Weighs articles: a story counts once, however many tell it. Its weight halves every {@link HALF_LIFE_HOURS} hours, grows by a tenth
 * with each doubling of its sources, and is that of the weightiest of them. What a source adds to all stories together is held
 * below {@link SOURCE_CAP} times its weight (C·w·(1 − exp(−m/(C·w))) for a sum of m). The score is the weighted mean of positive
 * less negative, with one neutral story more; confidence is 1 − exp(−n/6), n the effective number of stories of Kish (1965),
 * (Σw)²/Σw². docs/sentiment.md has the reasons.
 * @param weightOf a source's weight; 0: it does not count
 * @param now epoch ms
 * @returns null where nothing counts
 */
export function weigh(
  articles: readonly WeighedArticle[],
  weightOf: (sourceId: string) => number,
  now: number,
): Weighed | null {
  const oldest = now - WINDOW_HOURS * HOUR_MS;
  const heard = articles.filter(
    ({ publishedAt, sourceId }) =>
      publishedAt <= now && publishedAt > oldest && weightOf(sourceId) > 0,
  );
  const counted = [...storiesOf(heard)].map((story) => countedOf(story, weightOf, now));
  const bounded = boundedShares(counted, weightOf);
  const weights = counted.map(({ parts }) => {
    let sum = 0;
    for (const [source, part] of parts) sum += part * (bounded.get(source) ?? 1);
    return sum;
  });
  const total = sumOf(weights);
  if (total === 0) return null;
  const scores = counted.map(({ probabilities }) => scoreOf(probabilities));
  const mean = sumOf(scores.map((score, i) => score * at(weights, i))) / total;
  const squares = sumOf(scores.map((score, i) => (score - mean) ** 2 * at(weights, i)));
  return {
    score: (mean * total) / (total + PRIOR),
    shares: sharesOf(counted, weights, total),
    confidence: 1 - Math.exp(-(total ** 2 / sumOf(weights.map((w) => w ** 2))) / SURE_AT),
    dispersion: counted.length < 2 ? null : Math.sqrt(squares / total),
    stories: counted.length,
    articles: heard.length,
    sources: new Set(heard.map(({ sourceId }) => sourceId)).size,
  };
}

function storiesOf(articles: readonly WeighedArticle[]): Iterable<Story> {
  const stories = new Map<number, Story>();
  for (const { storyId, sourceId, publishedAt, ...article } of articles) {
    const story: Story = stories.get(storyId) ?? { told: new Map(), publishedAt };
    stories.set(storyId, story);
    story.publishedAt = Math.min(story.publishedAt, publishedAt);
    const told: Telling = story.told.get(sourceId) ?? { count: 0, probabilities: [0, 0, 0] };
    story.told.set(sourceId, told);
    told.count += 1;
    SENTIMENT_LABELS.forEach((label, i) => {
      told.probabilities[i] = at(told.probabilities, i) + article[label];
    });
  }
  return stories.values();
}

function countedOf(
  { told, publishedAt }: Story,
  weightOf: (sourceId: string) => number,
  now: number,
): Counted {
  const weights = [...told.keys()].map(weightOf);
  const sum = sumOf(weights);
  const decay = 2 ** (-(now - publishedAt) / (HALF_LIFE_HOURS * HOUR_MS));
  const whole = decay * (1 + REACH * Math.log2(told.size)) * Math.max(...weights);
  const probabilities = SENTIMENT_LABELS.map((_, i) => {
    const by = [...told].map(
      ([source, one]) => (weightOf(source) * at(one.probabilities, i)) / one.count,
    );
    return sumOf(by) / sum;
  });
  const parts = new Map([...told.keys()].map((id) => [id, (whole * weightOf(id)) / sum]));
  return { probabilities, parts };
}

/** What of each source's parts counts, 0 to 1. */
function boundedShares(
  counted: readonly Counted[],
  weightOf: (sourceId: string) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { parts } of counted) {
    for (const [source, part] of parts) sums.set(source, (sums.get(source) ?? 0) + part);
  }
  return new Map(
    [...sums].map(([source, sum]) => {
      const cap = SOURCE_CAP * weightOf(source);
      return [source, (cap * (1 - Math.exp(-sum / cap))) / sum];
    }),
  );
}

function sharesOf(
  counted: readonly Counted[],
  weights: readonly number[],
  total: number,
): Record<SentimentLabel, number> {
  const shares = { negative: 0, neutral: 0, positive: 0 };
  counted.forEach(({ probabilities }, i) => {
    const likeliest = probabilities.indexOf(Math.max(...probabilities));
    const label = SENTIMENT_LABELS[likeliest];
    if (label) shares[label] = Math.min(100, shares[label] + (100 * at(weights, i)) / total);
  });
  return shares;
}

/** Positive less negative, in the order of {@link SENTIMENT_LABELS}. */
function scoreOf([negative = 0, , positive = 0]: readonly number[]): number {
  return positive - negative;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function at(values: readonly number[], i: number): number {
  return values[i] ?? 0;
}
