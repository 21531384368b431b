import { parseArgs } from 'node:util';
import { answersByHistory } from './analytics/answers.ts';
import { heavyWork } from './analytics/heavy.ts';
import { indicatorCosts } from './analytics/indicator-cost.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => process.exit(1));
}
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    only: { type: 'string' },
  },
});

/** Each prints its tables and answers whether its targets are met. */
const PARTS: Record<string, () => boolean | Promise<boolean>> = {
  indicators: indicatorCosts,
  answers: () => answersByHistory(Number(values.rounds)),
  heavy: heavyWork,
};

let met = true;
for (const [name, measure] of Object.entries(PARTS)) {
  if (values.only === undefined || values.only === name) met = (await measure()) && met;
}
process.exit(met ? 0 : 1);
