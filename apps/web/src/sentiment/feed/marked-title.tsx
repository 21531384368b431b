import type { Article } from '@tidemark/contracts/news';
import { cn } from '../../components/ui/class-names.ts';
import { markWords } from './marked-words.ts';

/** Good words have a line below them, bad ones a wave: the colour is not needed. */
export const MARKS = {
  good: 'bg-up-soft text-inherit underline decoration-up decoration-2 underline-offset-3',
  bad: 'bg-down-soft text-inherit underline decoration-down decoration-wavy decoration-1 underline-offset-3',
} as const;

/** A headline with the words that decided marked. */
export function MarkedTitle({ article }: { article: Pick<Article, 'title' | 'sentiment'> }) {
  const segments = markWords(article.title, article.sentiment?.words ?? []);
  return segments.map(({ text, tone }, index) =>
    tone === null ? (
      <span key={index}>{text}</span>
    ) : (
      <mark key={index} data-tone={tone} className={cn('rounded-xs', MARKS[tone])}>
        {text}
      </mark>
    ),
  );
}
