'use client';

import type { Article } from '@tidemark/contracts/news';
import { ChevronDown } from 'lucide-react';
import { memo, useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { cn } from '../../components/ui/class-names.ts';
import { formatSpan } from '../../format/time.ts';
import { CoinLink } from '../coin-link.tsx';
import { languageName } from '../source-words.ts';
import { ArticleDetails } from './article-details.tsx';
import { ArticleLabel } from './article-label.tsx';
import { ArticleLink } from './article-link.tsx';
import { MarkedTitle } from './marked-title.tsx';

/** Coins that are named; the others are counted. */
const MOST_COINS = 4;

interface ArticleRowProps {
  article: Article;
  nameOf: (coinId: string) => string;
  /** Epoch ms. */
  now: number;
}

/** An article of the list. */
export const ArticleRow = memo(function ArticleRow({ article, nameOf, now }: ArticleRowProps) {
  const [isOpen, setOpen] = useState(false);
  const { title, url, source, told_by, published_at, coins, language } = article;
  const more = coins.length - MOST_COINS;
  return (
    <li data-article={article.article_id} className="border-t border-line px-4 py-3">
      <div className="flex flex-col gap-1.5">
        <ArticleLink
          url={url}
          className="relative text-[0.9375rem] leading-6 font-medium break-words hover:text-accent"
        >
          <MarkedTitle article={article} />
        </ArticleLink>
        <div className="flex items-end justify-between gap-3 text-xs text-muted">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <ArticleLabel article={article} />
            <span className="break-words">{source}</span>
            <time dateTime={new Date(published_at).toISOString()} className="figures">
              {formatSpan(now - published_at)} ago
            </time>
            {told_by > 1 && <span>told by {told_by}</span>}
            {language !== null && language !== 'en' && (
              <Badge tone="notice" title={languageName(language)}>
                {language}
                <span className="sr-only">: {languageName(language)}</span>
              </Badge>
            )}
            {coins.slice(0, MOST_COINS).map((coin) => (
              <CoinLink key={coin} coin={coin} className="font-medium text-foreground">
                {nameOf(coin)}
              </CoinLink>
            ))}
            {more > 0 && <span>and {more} more</span>}
          </div>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={`Why: ${title}`}
            onClick={() => setOpen(!isOpen)}
            className="-my-1 flex h-6 shrink-0 items-center gap-1 rounded px-1 text-accent hover:underline"
          >
            Why
            <ChevronDown
              aria-hidden
              className={cn('size-3.5 transition-transform', isOpen && 'rotate-180')}
            />
          </button>
        </div>
      </div>
      {isOpen && <ArticleDetails article={article} />}
    </li>
  );
});
