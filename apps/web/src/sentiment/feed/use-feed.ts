'use client';

import { useState } from 'react';
import { WHILE_SEEN } from '../../market/market-api.ts';
import { useAppDispatch } from '../../store/store-provider.tsx';
import { sentimentApi, useNewsQuery } from '../sentiment-api.ts';
import type { FeedFilters } from './feed-filters.ts';
import { feedOf, withNewest, withOlder, withWaiting, type Feed } from './merged-feed.ts';

const PAGE = 20;
/** Also without an update. */
const AGAIN_MS = 30_000;

/** A list of news that is read while newer come. For one choice of filters: another is another list. */
export function useFeed(filters: FeedFilters) {
  const dispatch = useAppDispatch();
  const asked = { ...filters, limit: PAGE };
  const query = useNewsQuery(asked, {
    pollingInterval: AGAIN_MS,
    refetchOnMountOrArgChange: true,
    ...WHILE_SEEN,
  });
  const [feed, setFeed] = useState<Feed | null>(null);
  const [older, setOlder] = useState<'idle' | 'asking' | 'failed'>('idle');
  const { currentData, isFetching } = query;

  const [seen, setSeen] = useState<typeof currentData>(undefined);
  if (currentData !== undefined && currentData !== seen) {
    setSeen(currentData);
    setFeed(feed === null ? feedOf(currentData) : withNewest(feed, currentData));
  }

  async function loadOlder() {
    if (feed === null || feed.next === null || older === 'asking') return;
    setOlder('asking');
    const { data } = await dispatch(
      sentimentApi.endpoints.olderNews.initiate(
        { ...asked, cursor: feed.next },
        { subscribe: false, forceRefetch: true },
      ),
    );
    setOlder(data === undefined ? 'failed' : 'idle');
    if (data !== undefined) setFeed((now) => now && withOlder(now, data));
  }
  return {
    feed,
    query,
    isFetching,
    older,
    loadOlder: () => void loadOlder(),
    showWaiting: () => setFeed((now) => now && withWaiting(now)),
  };
}
