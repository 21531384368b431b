'use client';

import { TidemarkStream } from '@tidemark/client/stream';
import { useEffect } from 'react';
import { apiOrigin } from '../../api/api.config.ts';
import { useAppDispatch } from '../../store/store-provider.tsx';
import { followPage } from '../../stream/follow-page.ts';
import { sentimentApi } from '../sentiment-api.ts';
import { atMostEvery } from './at-most-every.ts';

/** The least time between two readings of scores and news. */
const AT_MOST_MS = 5_000;

/** Reads scores and news again when an update of a coin comes, while the page is in use. @param coin null: of any */
export function useSentimentStream(coin: string | null): void {
  const dispatch = useAppDispatch();
  useEffect(() => {
    const pace = atMostEvery(AT_MOST_MS, () => {
      dispatch(sentimentApi.util.invalidateTags(['Scores', 'News']));
    });
    // What is told first, on each connection, is what has been read already.
    let isPastSnapshot = false;
    let openedBefore = false;
    const stream = new TidemarkStream({
      url: apiOrigin(window.location.origin),
      path: '/ws/sentiment',
      coins: coin === null ? null : [coin],
      onMessage: ({ type }) => {
        if (type === 'snapshot_end') isPastSnapshot = true;
        if (type === 'sentiment_update' && isPastSnapshot) pace.want();
      },
      onStatus: (status) => {
        if (status !== 'open') return;
        isPastSnapshot = false;
        if (openedBefore) pace.want();
        openedBefore = true;
      },
    });
    const end = followPage(stream);
    return () => {
      end();
      pace.stop();
    };
  }, [coin, dispatch]);
}
