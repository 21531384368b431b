import { languageOf } from '@tidemark/news/language';
import { SAME_STORY, similarity } from '@tidemark/stories/similarity';
import { HeadlineModel } from './headline-model.ts';
import { isForModel } from './score-command-language.ts';
import { answerLines, LineRefusal } from './score-command-lines.ts';

// Two headlines apart by a tab come in on a line, one line of JSON goes out for each.
const model = new HeadlineModel();

await answerLines('sentiment:pairs', (line) => {
  const [a, b] = headlinesOf(line);
  const { value } = similarity(a, b);
  const same = value >= SAME_STORY && signOf(a) * signOf(b) >= 0;
  return { similarity: Math.round(value * 10_000) / 10_000, same };
});

function headlinesOf(line: string): [string, string] {
  const [a = '', b, ...more] = line.split('\t');
  if (b === undefined) throw new LineRefusal('has no tab between two headlines');
  if (more.length > 0) throw new LineRefusal('has more than one tab');
  if (a.trim() === '' || b.trim() === '') throw new LineRefusal('has an empty headline');
  return [a, b];
}

/** What the model says most of all, as -1, 0 or 1; 0 of another language than its own. */
function signOf(text: string): number {
  if (!isForModel(text, languageOf(text, null).language)) return 0;
  const { negative, neutral, positive } = model.score(text);
  if (neutral >= Math.max(negative, positive)) return 0;
  return positive > negative ? 1 : -1;
}
