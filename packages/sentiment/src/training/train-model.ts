import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HeadlineModel } from '../headline-model.ts';
import { accuracyOf } from '../accuracy.ts';
import { readLabelled } from '../labelled.ts';
import { train } from './train.ts';

const HERE = fileURLToPath(new URL('../..', import.meta.url));
const WEIGHTS = join(HERE, 'src/model/weights.json');
const VERSION = '2';
const FOLDS = 10;

const files = globSync('training/*.tsv', { cwd: HERE }).sort();
const headlines = files.flatMap((file) => readLabelled(readFileSync(join(HERE, file), 'utf8')));

/** Each headline scored by a model that was trained without it and its tenth. */
function crossValidated() {
  const models = Array.from({ length: FOLDS }, (_, fold) => {
    return new HeadlineModel(
      train(
        headlines.filter((_each, i) => i % FOLDS !== fold),
        VERSION,
      ),
    );
  });
  const place = new Map<string, number>(headlines.map(({ text }, i) => [text, i % FOLDS]));
  return accuracyOf(headlines, (text) =>
    (models[place.get(text) ?? 0] as HeadlineModel).score(text),
  );
}

const weights = train(headlines, VERSION);
const json = `{"version":"${weights.version}","features":${linesOf(weights.features)},"words":{\n${wordLines()}\n}}\n`;
writeFileSync(WEIGHTS, json);
const { accuracy, macroF1, negativeRecall, calibrationError } = crossValidated();
process.stdout.write(
  `${headlines.length} headlines of ${files.length} files; each by a model without its tenth: accuracy ${accuracy.toFixed(3)}, ` +
    `macro-F1 ${macroF1.toFixed(3)}, recall of negatives ${negativeRecall.toFixed(3)}, calibration error ${calibrationError.toFixed(3)}\n` +
    `${WEIGHTS}: ${json.length} bytes\n`,
);

function linesOf(rows: readonly (readonly number[])[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
}

function wordLines(): string {
  const all = Object.entries(weights.words);
  return all
    .map(([word, triple]) => `${JSON.stringify(word)}:${JSON.stringify(triple)}`)
    .join(',\n');
}
