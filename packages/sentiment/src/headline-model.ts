import { countAll, FEATURES } from './features.ts';
import shipped from './model/weights.json' with { type: 'json' };
import { softmax } from './softmax.ts';
import { tokensOf } from './tokens.ts';

/** The order of all triples here. */
export const LABELS = ['negative', 'neutral', 'positive'] as const;

/** What a model has learnt: thousandths of natural logarithms. */
export interface Weights {
  readonly version: string;
  /** In the order of {@link FEATURES}. */
  readonly features: readonly (readonly number[])[];
  readonly words: Readonly<Record<string, readonly number[]>>;
}

/** What a headline says, and how sure that is. */
export interface HeadlineScore {
  /** Positive less negative: -1 to 1. */
  readonly score: number;
  /** They sum to 1. */
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
}

/** A word that decided, and how far it moved positive against negative, as a natural logarithm of their odds. */
export interface DecidingWord {
  readonly text: string;
  readonly weight: number;
}

/** Moves smaller than this decide nothing. */
const LEAST_MOVE = 0.05;

/**
 * Scores headlines in English: what they tell by kind of event, and which words, in a multinomial logistic regression. The guide by which
 * its training data is labelled is docs/sentiment.md.
 */
export class HeadlineModel {
  readonly name: string;
  /** Three at each place: of the features, then of the words. */
  readonly #weights: Float64Array;
  readonly #places: ReadonlyMap<string, number>;

  constructor({ version, features, words }: Weights = shipped) {
    this.name = `tidemark-headlines ${version}`;
    const all = [...features, ...Object.values(words)];
    this.#weights = Float64Array.from(all.flat(), (milli) => milli / 1_000);
    this.#places = new Map(Object.keys(words).map((word, i) => [word, FEATURES.length + i]));
  }

  score(text: string): HeadlineScore {
    const logits = [0, 0, 0];
    countAll(tokensOf(text), this.#places, (place, value) => {
      for (let k = 0; k < LABELS.length; k += 1) {
        logits[k] = (logits[k] ?? 0) + this.#weight(place, k) * value;
      }
    });
    const [negative = 0, neutral = 0, positive = 0] = softmax(logits);
    return { score: positive - negative, negative, neutral, positive };
  }

  /** The words that decided, the most first. */
  deciding(text: string): DecidingWord[] {
    const tokens = tokensOf(text);
    const moves = new Float64Array(tokens.words.length);
    countAll(tokens, this.#places, (place, value, token) => {
      const move = this.#weight(place, 2) - this.#weight(place, 0);
      if (token >= 0) moves[token] = (moves[token] ?? 0) + move * value;
    });
    return Array.from(moves, (weight, i) => ({
      text: text.slice(tokens.from[i], tokens.to[i]),
      weight: Math.round(weight * 1_000) / 1_000,
    }))
      .filter(({ weight }) => Math.abs(weight) >= LEAST_MOVE)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  }

  #weight(place: number, label: number): number {
    return this.#weights[place * LABELS.length + label] ?? 0;
  }
}
