'use client';

import { TidemarkStream } from '@tidemark/client/stream';
import { useEffect, useRef, useState } from 'react';
import { apiOrigin } from '../../api/api.config.ts';
import { useAppDispatch } from '../../store/store-provider.tsx';
import type { Dispatch } from '../../store/store.ts';
import { portfolioApi } from '../../portfolio-api/portfolio-api.ts';
import { followPage } from '../../stream/follow-page.ts';
import { readUpdate, type LiveValue } from './live-value.ts';

/** Opens the line as whoever is signed in. */
async function ticketOf(dispatch: Dispatch): Promise<string> {
  const asked = dispatch(portfolioApi.endpoints.streamTicket.initiate(undefined, { track: false }));
  return (await asked.unwrap()).ticket;
}

/**
 * What a portfolio is worth as prices move: the latest that the server said; null before it did, and while the line is
 * down. `onUpdate` hears of each.
 */
export function usePortfolioStream(portfolioId: string, onUpdate: () => void): LiveValue | null {
  const dispatch = useAppDispatch();
  const [live, setLive] = useState<LiveValue | null>(null);
  const heard = useRef(onUpdate);
  useEffect(() => {
    heard.current = onUpdate;
  });
  useEffect(() => {
    const stream = new TidemarkStream({
      url: apiOrigin(window.location.origin),
      path: `/ws/portfolio/${portfolioId}`,
      ticket: () => ticketOf(dispatch),
      onMessage: (message) => {
        const update = message.type === 'portfolio_update' ? readUpdate(message.data) : null;
        if (update === null) return;
        setLive(update);
        heard.current();
      },
      onStatus: (status) => status !== 'open' && setLive(null),
    });
    return followPage(stream);
  }, [portfolioId, dispatch]);
  return live;
}
