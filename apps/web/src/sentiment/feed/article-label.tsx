import type { Article } from '@tidemark/contracts/news';
import { cn } from '../../components/ui/class-names.ts';
import { TONE_OF } from '../scores/score-words.ts';
import { TONE_TEXT, ToneGlyph } from '../scores/tone-mark.tsx';

interface ArticleLabelProps {
  article: Pick<Article, 'sentiment'>;
  /** Where it is narrow the shape alone is shown. */
  isBrief?: boolean;
}

/** What an article sounds like, in a word and a shape. */
export function ArticleLabel({ article: { sentiment }, isBrief = false }: ArticleLabelProps) {
  const word = cn(isBrief && 'max-sm:sr-only');
  if (sentiment === null) {
    return (
      <span
        className="relative text-xs whitespace-nowrap text-muted"
        title="Not in English, the language of the model"
      >
        {isBrief && (
          <span aria-hidden className="sm:hidden">
            –
          </span>
        )}
        <span className={word}>not scored</span>
      </span>
    );
  }
  const tone = TONE_OF[sentiment.label];
  return (
    <span
      data-label={sentiment.label}
      className={cn('relative text-xs font-medium whitespace-nowrap', TONE_TEXT[tone])}
    >
      <ToneGlyph tone={tone} className="mr-1" />
      <span className={word}>{tone}</span>
    </span>
  );
}
