'use client';

import { useRef, type ReactNode } from 'react';
import { ArrowUp } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { useCoinName } from '../coin-names.ts';
import { countWords } from '../scores/score-words.ts';
import { ArticleRow } from './article-row.tsx';
import type { FeedFilters } from './feed-filters.ts';
import { useNow } from '../use-now.ts';
import { useFeed } from './use-feed.ts';

/** Ages are told in minutes. */
const CLOCK_MS = 20_000;

interface NewsListProps {
  /** Its `key` must tell these: another choice is another list. */
  filters: FeedFilters;
  /** What stands where there is nothing. */
  empty: ReactNode;
}

/** News, newest first. What comes while one reads waits behind a button, so that nothing moves. */
export function NewsList({ filters, empty }: NewsListProps) {
  const { feed, query, older, loadOlder, showWaiting } = useFeed(filters);
  const list = useRef<HTMLOListElement>(null);
  const nameOf = useCoinName();
  const now = useNow(CLOCK_MS);
  const waiting = feed?.waiting.length ?? 0;
  return (
    <div className="relative">
      <p role="status" className="sr-only" data-testid="news-announced">
        {waiting > 0 && countWords(waiting, 'new article')}
      </p>
      {waiting > 0 && (
        <div className="pointer-events-none sticky top-16 z-10 flex h-0 justify-center">
          <Button
            variant="accent"
            className="pointer-events-auto mt-2 rounded-full shadow-(--shadow)"
            onClick={() => {
              showWaiting();
              list.current?.focus({ preventScroll: true });
              list.current?.scrollIntoView({ block: 'start' });
            }}
          >
            <ArrowUp aria-hidden className="size-3.5" />
            {waiting} new
          </Button>
        </div>
      )}
      <Loaded query={{ ...query, data: feed ?? undefined }} what="The news" height="h-[40rem]">
        {({ shown, next }) =>
          shown.length === 0 ? (
            <div className="border-t border-line px-6 py-14 text-center text-muted">{empty}</div>
          ) : (
            <>
              <ol
                ref={list}
                tabIndex={-1}
                aria-label="News, newest first"
                className="scroll-mt-20 outline-none"
              >
                {shown.map((article) => (
                  <ArticleRow
                    key={article.article_id}
                    article={article}
                    nameOf={nameOf}
                    now={now}
                  />
                ))}
              </ol>
              <div className="flex min-h-14 items-center justify-center gap-3 border-t border-line px-4 py-3 text-xs text-muted">
                {older === 'failed' && <span role="alert">Older news could not be loaded.</span>}
                {next === null ? (
                  'That is all there is.'
                ) : (
                  <Button disabled={older === 'asking'} onClick={loadOlder}>
                    {older === 'asking' ? 'Loading…' : 'Load more'}
                  </Button>
                )}
              </div>
            </>
          )
        }
      </Loaded>
    </div>
  );
}
