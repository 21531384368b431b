import { coinsIn } from '@tidemark/coin-mentions/coins-in';
import { languageOf } from '@tidemark/news/language';
import { HeadlineModel } from './headline-model.ts';
import { isForModel } from './score-command-language.ts';
import { answerLines } from './score-command-lines.ts';

// One headline a line comes in, one line of JSON goes out for each.
const model = new HeadlineModel();
const NO_SCORE = { score: null, negative: null, neutral: null, positive: null };

await answerLines('sentiment:score', (text) => {
  const { language } = languageOf(text, null);
  const isScored = isForModel(text, language);
  const coins = coinsIn(text);
  return {
    ...(isScored ? model.score(text) : NO_SCORE),
    language,
    coins: coins.map(({ coin_id }) => coin_id),
    symbols: coins.map(({ symbol }) => symbol),
    words: isScored ? model.deciding(text) : [],
    model: model.name,
  };
});
