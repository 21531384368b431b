'use client';

import { useEffect } from 'react';
import { TidemarkStream, type StreamStatus } from '@tidemark/client/stream';
import type { MAX_STREAM_COINS } from '@tidemark/contracts/stream';
import { analyticsApi } from '../analytics/analytics-api.ts';
import { marketApi, useCoinsQuery } from './market-api.ts';
import { pricesArrived } from './prices-slice.ts';
import { apiOrigin } from '../api/api.config.ts';
import { useAppDispatch } from '../store/store-provider.tsx';
import type { Dispatch } from '../store/store.ts';
import { createFrameBatch } from '../stream/frame-batch.ts';
import { followPage } from '../stream/follow-page.ts';
import { streamChanged } from '../stream/stream-slice.ts';

const MOST_COINS: typeof MAX_STREAM_COINS = 50;
/** A page hidden this long gives its line back; shown again, it reconnects at once. */
const HIDDEN_LIMIT_MS = 5 * 60_000;

function streamOf(coins: readonly string[], dispatch: Dispatch): TidemarkStream {
  let openedBefore = false;
  const batch = createFrameBatch(
    (callback) => requestAnimationFrame(callback),
    (ticks) => dispatch(pricesArrived(ticks)),
  );
  function onStatus(status: StreamStatus) {
    dispatch(streamChanged({ status, since: Date.now() }));
    if (status !== 'open') return;
    if (openedBefore) {
      dispatch(marketApi.util.invalidateTags(['Prices', 'Candles', 'Sparklines', 'Feeds']));
      dispatch(analyticsApi.util.invalidateTags(['Indicators']));
    }
    openedBefore = true;
  }
  return new TidemarkStream({
    url: apiOrigin(window.location.origin),
    coins,
    onMessage: (message) => {
      if (message.type === 'price_update') batch(message.data);
    },
    onStatus,
  });
}

/** Keeps one socket open for the prices of every coin while the page is in use. */
export function usePriceStream(): void {
  const dispatch = useAppDispatch();
  const { data: coins } = useCoinsQuery(undefined);
  const ids = coins?.map((coin) => coin.coin_id) ?? [];
  const wanted = ids.slice(0, MOST_COINS).join(',');

  useEffect(() => {
    if (wanted === '') return;
    const stream = streamOf(wanted.split(','), dispatch);
    return followPage(stream, {
      hiddenLimitMs: HIDDEN_LIMIT_MS,
      onOffline: () => dispatch(streamChanged({ status: 'offline', since: Date.now() })),
    });
  }, [wanted, dispatch]);
}
