import { HeadlineModel, LABELS, type HeadlineScore } from '@tidemark/sentiment/headline-model';
import type { Labelled } from '@tidemark/sentiment/labelled';
import { afinn165FinancialMarketNews } from 'afinn-165-financialmarketnews';
import vader from 'vader-sentiment';

export type Scorer = (text: string) => HeadlineScore;

/** Beside ours: what says the same of everything, the best known rule of thumb, and the best list of words that npm has. */
export function scorersFor(set: readonly Labelled[]): Record<string, Scorer> {
  const model = new HeadlineModel();
  return {
    'always the most frequent': always(set),
    'vader-sentiment': byVader,
    'afinn-165-financialmarketnews': byWords,
    ours: (text) => model.score(text),
  };
}

function always(set: readonly Labelled[]): Scorer {
  const counts = LABELS.map((_, label) => set.filter((each) => each.label === label).length);
  const most = counts.indexOf(Math.max(...counts));
  return () => sure(most);
}

/** The bounds are those that its authors give. */
export const byVader: Scorer = (text) => {
  const { compound } = vader.SentimentIntensityAnalyzer.polarity_scores(text);
  return sure(compound >= 0.05 ? 2 : compound <= -0.05 ? 0 : 1);
};

const byWords: Scorer = (text) => {
  const words = text.toLowerCase().match(/[a-z'-]+/g) ?? [];
  const sum = words.reduce((total, word) => total + (wordsOf[word] ?? 0), 0);
  return sure(Math.sign(sum) + 1);
};
const wordsOf: Readonly<Record<string, number | undefined>> = afinn165FinancialMarketNews;

/** Of those who do not say how sure they are. */
function sure(label: number): HeadlineScore {
  const [negative = 0, neutral = 0, positive = 0] = LABELS.map((_, i) => (i === label ? 1 : 0));
  return { score: positive - negative, negative, neutral, positive };
}
