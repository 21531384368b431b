import { SENTIMENT_LABELS, type ArticleScore, type SentimentLabel } from '@tidemark/contracts/news';

/** Scores headlines, many at once. Another model is another one of these. */
export interface Scorer {
  /** Name and version: what an article was scored by. */
  readonly name: string;
  /** ISO 639-1, of what it can read. */
  readonly languages: ReadonlySet<string>;
  /** As many as there are texts, in their order. */
  score(texts: readonly string[]): Promise<ArticleScore[]>;
}

/** The likeliest. */
export function labelOf(scored: Readonly<Record<SentimentLabel, number>>): SentimentLabel {
  return SENTIMENT_LABELS.reduce((best, one) => (scored[one] > scored[best] ? one : best));
}

/** Whether a model reads a language, ISO 639-1; it reads none that is not known. */
export function isReadable(language: string | null, { languages }: Scorer): boolean {
  return language !== null && languages.has(language);
}
