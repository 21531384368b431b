import { accuracyOf } from '@tidemark/sentiment/accuracy';
import { HeadlineModel } from '@tidemark/sentiment/headline-model';
import { line } from './analytics/line.ts';
import { bestCpu } from './portfolio/cpu.ts';
import { byVader, scorersFor, type Scorer } from './sentiment/scorers.ts';
import { measuredSets } from './sentiment/sets.ts';

const ROUNDS = 5;
/** Headlines that a second of one core should do. */
const LEAST_RATE = 100_000;

const sets = measuredSets();
if (sets === null) {
  process.stdout.write('The labelled sets (../shared/data/sentiment) are not on this machine.\n');
  process.exit(1);
}
for (const [name, set] of sets) {
  process.stdout.write(line(`${name}, ${set.length}`, ['accuracy', 'macro-F1', 'rec. neg', 'ECE']));
  for (const [scorer, scoreOf] of Object.entries(scorersFor(set))) {
    const { accuracy, macroF1, negativeRecall, calibrationError } = accuracyOf(set, scoreOf);
    const figures = [accuracy, macroF1, negativeRecall, calibrationError];
    process.stdout.write(
      line(
        `  ${scorer}`,
        figures.map((each) => each.toFixed(3)),
      ),
    );
  }
  process.stdout.write('\n');
}
const texts = [...sets.values()]
  .flat()
  .map(({ text }) => text)
  .slice(0, 2_000);
const model = new HeadlineModel();
const ours = rateOf((text) => model.score(text), texts);
const vader = rateOf(byVader, texts.slice(0, 200));
process.stdout.write(
  `headlines a second of CPU: ours ${ours.toFixed(0)}, vader-sentiment ${vader.toFixed(0)}, ${(ours / vader).toFixed(0)} ×\n` +
    `${LEAST_RATE} or more: ${ours >= LEAST_RATE ? 'yes' : 'NO'}\n`,
);
process.exit(ours >= LEAST_RATE ? 0 : 1);

function rateOf(scoreOf: Scorer, all: readonly string[]): number {
  const times = Math.max(1, Math.round(20_000 / all.length / (scoreOf === byVader ? 20 : 1)));
  const ms = bestCpu(ROUNDS, () => {
    for (let i = 0; i < times; i += 1) for (const text of all) scoreOf(text);
  });
  return (times * all.length * 1_000) / ms;
}
