import type { Bar } from '@tidemark/indicators/bar';
import type { IndicatorKind, Parameter } from '@tidemark/indicators/indicator-kind';
import { indicatorsIn, type Condition } from './rule.ts';

const NAME = 'sentiment';

/** As far back as a rule may look, hours: 30 days. */
const HOURS: Parameter = { name: 'hours', default: 24, min: 1, max: 720, integer: true };

/**
 * What the coin's news of the last `hours` hours sounded like, −1 all bad to 1 all good, as far as it was known when the bar
 * closed; null: it was not.
 */
export type NewsAt = (bar: Bar, hours: number) => number | null;

/** `sentiment(24)` for rules, beside the indicators, which are of prices: whoever runs a rule hands in where news come from. */
export function sentimentKind(newsAt: NewsAt): IndicatorKind {
  return {
    name: NAME,
    title: 'What the news sound like',
    formula: 'sentiment-hourly-mean',
    parameters: [HOURS],
    outputs: ['value'],
    warmUp: () => 1,
    create: ([hours = HOURS.default]) => ({
      next: (bar) => (bar === null ? null : [newsAt(bar, hours)]),
    }),
  };
}

/** Whether a rule speaks of the news, so that they have to be read for it. */
export function speaksOfNews(rule: Condition): boolean {
  return indicatorsIn(rule).some(({ name }) => name === NAME);
}
