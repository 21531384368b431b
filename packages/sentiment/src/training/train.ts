import { countAll, FEATURES, priorOf } from '../features.ts';
import { LABELS, type Weights } from '../headline-model.ts';
import { softmax } from '../softmax.ts';
import { tokensOf } from '../tokens.ts';
import type { Labelled } from '../labelled.ts';

/** A word that is in fewer headlines says nothing of others. */
const LEAST_HEADLINES = 3;
/** Steps of gradient descent, and how long each is. */
const STEPS = 600;
const RATE = 0.6;
/** How much a weight costs: words are many and say little each. */
const COST = { feature: 0.003, word: 0.012 };

/**
 * What is learnt is divided by it, for headlines that others wrote are less plain than ours. Those of SEntFiN 1.0 (10,584 of finance,
 * MIT) are likeliest at 1.6, and ours as they are: half way between the two, by their logarithms.
 */
const DOUBT = 1.26;

interface Sparse {
  readonly label: number;
  /** How much the headline counts. */
  readonly weight: number;
  readonly at: readonly number[];
  readonly value: readonly number[];
}

/**
 * A multinomial logistic regression by full-batch gradient descent with momentum from {@link priorOf}: the same headlines in the same order give the
 * same weights, which are rounded to thousandths.
 */
export function train(headlines: readonly Labelled[], version: string): Weights {
  const words = vocabularyOf(headlines);
  const places = new Map(words.map((word, i) => [word, FEATURES.length + i]));
  const importance = importanceOf(headlines);
  const rows = headlines.map((each) => sparse(each, places, importance[each.label] ?? 1));
  const size = FEATURES.length + words.length;
  const weights = fit(rows, size);
  const tripleAt = (i: number) =>
    LABELS.map((_, k) => Math.round(((weights[i * LABELS.length + k] ?? 0) / DOUBT) * 1_000) || 0);
  return {
    version,
    features: Array.from({ length: FEATURES.length }, (_, i) => tripleAt(i)),
    words: Object.fromEntries(words.map((word, i) => [word, tripleAt(FEATURES.length + i)])),
  };
}

function vocabularyOf(headlines: readonly Labelled[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of headlines) {
    for (const word of new Set(tokensOf(text).words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const often = [...counts].filter(([, count]) => count >= LEAST_HEADLINES);
  return often.map(([word]) => word).sort();
}

/** By label, so that each label counts for as much as the others: bad news is rare, and is what must not be missed. */
function importanceOf(headlines: readonly Labelled[]): number[] {
  return LABELS.map((_, k) => {
    const count = headlines.filter(({ label }) => label === k).length;
    return headlines.length / (LABELS.length * Math.max(1, count));
  });
}

function sparse(
  { label, text }: Labelled,
  places: ReadonlyMap<string, number>,
  weight: number,
): Sparse {
  const [at, value]: [number[], number[]] = [[], []];
  countAll(tokensOf(text), places, (place, amount) => {
    at.push(place);
    value.push(amount);
  });
  return { label, weight, at, value };
}

function fit(rows: readonly Sparse[], size: number): Float64Array {
  const k = LABELS.length;
  const [weights, speed, slope] = [
    new Float64Array(size * k),
    new Float64Array(size * k),
    new Float64Array(size * k),
  ];
  const priors = Float64Array.from(Array.from({ length: size }, (_, i) => priorOf(i)).flat());
  weights.set(priors);
  for (let step = 0; step < STEPS; step += 1) {
    slope.fill(0);
    for (const row of rows) addSlope(row, weights, slope);
    for (let i = 0; i < weights.length; i += 1) {
      const cost = i < FEATURES.length * k ? COST.feature : COST.word;
      const downhill =
        (slope[i] ?? 0) / rows.length + cost * ((weights[i] ?? 0) - (priors[i] ?? 0));
      speed[i] = 0.9 * (speed[i] ?? 0) - RATE * 0.1 * downhill;
      weights[i] = (weights[i] ?? 0) + (speed[i] ?? 0);
    }
  }
  return weights;
}

function addSlope(
  { label, weight, at, value }: Sparse,
  weights: Float64Array,
  slope: Float64Array,
): void {
  const k = LABELS.length;
  const logits = LABELS.map((_, c) =>
    at.reduce((sum, place, i) => sum + (weights[place * k + c] ?? 0) * (value[i] ?? 0), 0),
  );
  for (const [c, share] of softmax(logits).entries()) {
    const error = weight * (share - (c === label ? 1 : 0));
    for (const [i, place] of at.entries()) {
      slope[place * k + c] = (slope[place * k + c] ?? 0) + error * (value[i] ?? 0);
    }
  }
}
