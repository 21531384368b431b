'use client';

import type { Coin } from '@tidemark/contracts/coin';
import Link from 'next/link';
import { QueryFailure, Skeleton } from '../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../components/ui/panel.tsx';
import { formatSpan } from '../format/time.ts';
import { WHILE_SEEN } from '../market/market-api.ts';
import { ArticleLabel } from './feed/article-label.tsx';
import { ArticleLink } from './feed/article-link.tsx';
import { NO_FILTERS } from './feed/feed-filters.ts';
import { useNewsQuery } from './sentiment-api.ts';
import { useNow } from './use-now.ts';

const SHOWN = 5;
const SLOTS = Array.from({ length: SHOWN }, (_, index) => index);
const AGAIN_MS = 30_000;

/** The newest headlines of a coin, in places that keep their height. */
export function CoinNews({ coin }: { coin: Coin | undefined }) {
  const query = useNewsQuery(
    { ...NO_FILTERS, coin: coin?.coin_id ?? null, limit: SHOWN },
    { skip: coin === undefined, pollingInterval: AGAIN_MS, ...WHILE_SEEN },
  );
  const now = useNow(AGAIN_MS);
  const articles = query.currentData?.items;
  return (
    <Panel aria-label="News" className="min-h-75 pb-2 sm:min-h-60">
      <PanelHeader>
        <PanelTitle>News of {coin?.name ?? '…'}</PanelTitle>
        <Link
          href={coin === undefined ? '/sentiment/' : `/sentiment/?coin=${coin.coin_id}`}
          prefetch={false}
          className="text-xs font-medium text-accent hover:underline"
        >
          All news & sentiment
        </Link>
      </PanelHeader>
      {query.error !== undefined && articles === undefined ? (
        <QueryFailure title="The news could not be loaded." query={query} className="flex-1" />
      ) : (
        <ol>
          {SLOTS.map((slot) => {
            const article = articles?.[slot];
            return (
              <li key={slot} className="flex h-12 items-center gap-3 px-4 sm:h-9">
                {articles === undefined && <Skeleton className="h-4 w-full" />}
                {articles?.length === 0 && slot === 0 && (
                  <span className="text-muted">Nothing was told of it yet.</span>
                )}
                {article !== undefined && (
                  <>
                    <span className="w-4 shrink-0 sm:w-16">
                      <ArticleLabel article={article} isBrief />
                    </span>
                    <ArticleLink
                      url={article.url}
                      className="relative line-clamp-2 min-w-0 flex-1 text-[0.8125rem] leading-4.5 break-words hover:text-accent sm:line-clamp-1"
                    >
                      {article.title}
                    </ArticleLink>
                    <span className="hidden max-w-40 shrink-0 truncate text-xs text-muted sm:inline">
                      {article.source}
                    </span>
                    <time
                      dateTime={new Date(article.published_at).toISOString()}
                      className="figures w-12 shrink-0 text-right text-xs text-muted"
                    >
                      {formatSpan(now - article.published_at)}
                    </time>
                  </>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}
