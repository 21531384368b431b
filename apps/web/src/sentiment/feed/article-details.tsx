import type { Article, ArticleScore } from '@tidemark/contracts/news';
import { formatMomentUtc } from '../../format/time.ts';
import { formatScore } from '../scores/score-words.ts';
import { TONE_FILL, ToneGlyph } from '../scores/tone-mark.tsx';
import { OpinionForm } from './opinion-form.tsx';

const ROWS = [
  ['good', 'positive'],
  ['neutral', 'neutral'],
  ['bad', 'negative'],
] as const;

function Probabilities({ score }: { score: ArticleScore }) {
  return (
    <dl className="flex max-w-sm flex-1 basis-52 flex-col gap-1">
      {ROWS.map(([tone, label]) => (
        <div key={tone} className="flex items-center gap-2 text-xs">
          <dt className="w-16 text-muted">
            <ToneGlyph tone={tone} /> {tone}
          </dt>
          <dd className="flex flex-1 items-center gap-2">
            <span aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-background">
              <span
                className={`block h-full ${TONE_FILL[tone]}`}
                style={{ width: `${score[label] * 100}%` }}
              />
            </span>
            <span className="figures w-9 text-right">{Math.round(score[label] * 100)}%</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Words({ words }: { words: ArticleScore['words'] }) {
  if (words.length === 0) return <p className="text-xs text-muted">No word of it decided.</p>;
  return (
    <div className="flex flex-1 basis-52 flex-col gap-1 text-xs">
      <p className="text-muted">Words that moved good against bad, log of the odds</p>
      <ul className="flex flex-wrap gap-x-3 gap-y-1">
        {words.map(({ text, weight }, index) => (
          <li key={index} className="figures">
            <ToneGlyph tone={weight > 0 ? 'good' : 'bad'} /> {text} {formatScore(weight)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why an article is labelled as it is, and a place to say that it is wrong. */
export function ArticleDetails({ article }: { article: Article }) {
  const { sentiment, summary, published_at, authors } = article;
  return (
    <div className="mt-2 flex flex-col gap-3 rounded-md bg-raised/60 p-3">
      {summary !== null && <p className="text-[0.8125rem] break-words">{summary}</p>}
      {sentiment === null ? (
        <p className="text-xs text-muted">
          It is not in English, the language of the model, and counts in no score.
        </p>
      ) : (
        <div className="flex flex-wrap gap-x-8 gap-y-3">
          <Probabilities score={sentiment} />
          <Words words={sentiment.words} />
        </div>
      )}
      <p className="text-xs break-words text-muted">
        {formatMomentUtc(published_at)} UTC
        {authors.length > 0 && `, by ${authors.join(', ')}`}
        {sentiment !== null && `, scored ${formatScore(sentiment.score)} by ${sentiment.model}`}
      </p>
      <OpinionForm article={article} />
    </div>
  );
}
