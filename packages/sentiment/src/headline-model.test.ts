import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HeadlineModel, LABELS } from './headline-model.ts';
import weights from './model/weights.json' with { type: 'json' };
import { readLabelled } from './labelled.ts';
import { train } from './training/train.ts';

const TRAINING = fileURLToPath(new URL('../training/', import.meta.url));
const headlines = globSync('*.tsv', { cwd: TRAINING })
  .sort()
  .flatMap((file) => readLabelled(readFileSync(TRAINING + file, 'utf8')));
const model = new HeadlineModel();

it('the weights are those that the headlines give', () => {
  expect(train(headlines, weights.version)).toEqual(weights);
}, 120_000);

it('no headline is there twice, and no label is rare', () => {
  expect(new Set(headlines.map(({ text }) => text.toLowerCase())).size).toBe(headlines.length);
  for (const label of LABELS.keys()) {
    const share = headlines.filter((each) => each.label === label).length / headlines.length;
    expect(share).toBeGreaterThan(0.2);
  }
});

it.each([
  ['Hackers drain $12 million from Example Finance', 'negative'],
  ['Example Pay launches wallet with support for ether', 'positive'],
  ['What is a hardware wallet?', 'neutral'],
])('“%s” is %s, and says by which words', (text, label) => {
  const said = model.score(text);
  const most = LABELS.toSorted((a, b) => said[b] - said[a])[0];
  expect(most).toBe(label);
  for (const word of model.deciding(text)) expect(text).toContain(word.text);
});

it('whatever the text, the three sum to 1 and the score is what they say', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { score, negative, neutral, positive } = model.score(text);
      expect(negative + neutral + positive).toBeCloseTo(1, 12);
      expect(score).toBeCloseTo(positive - negative, 12);
      expect(Math.min(negative, neutral, positive)).toBeGreaterThan(0);
    }),
  );
});
