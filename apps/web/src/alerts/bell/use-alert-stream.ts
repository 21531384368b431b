'use client';

import type { AlertFiring } from '@tidemark/contracts/alert';
import { TidemarkStream, type StreamWish } from '@tidemark/client/stream';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { apiOrigin } from '../../api/api.config.ts';
import { say } from '../../components/ui/toasts.ts';
import { portfolioApi } from '../../portfolio-api/portfolio-api.ts';
import { useAppDispatch } from '../../store/store-provider.tsx';
import type { Dispatch } from '../../store/store.ts';
import { followPage } from '../../stream/follow-page.ts';
import { alertsApi } from '../alerts-api.ts';
import { HeardFirings, readFiring } from './heard-firings.ts';
import { firingSentence } from './firing-sentence.ts';

const PATH: string = '/ws/alerts';
const FIRING: string = 'alert_firing';

/** Opens the line as whoever is signed in. */
async function ticketOf(dispatch: Dispatch): Promise<string> {
  const asked = dispatch(portfolioApi.endpoints.streamTicket.initiate(undefined, { track: false }));
  return (await asked.unwrap()).ticket;
}

/** When the newest firing of the past was told, as the server says now; null: there is none; undefined: it does not say. */
async function pastOf(dispatch: Dispatch): Promise<number | null | undefined> {
  const asked = alertsApi.endpoints.unseen.initiate(undefined, {
    subscribe: false,
    forceRefetch: true,
  });
  return (await dispatch(asked)).data?.latest;
}

function streamOf(dispatch: Dispatch, onNew: (firing: AlertFiring) => void): TidemarkStream {
  const heard = new HeardFirings(onNew);
  return new TidemarkStream({
    url: apiOrigin(window.location.origin),
    path: PATH as NonNullable<StreamWish['path']>,
    ticket: () => ticketOf(dispatch),
    onMessage: (message) => {
      const type: string = message.type;
      const firing = type === FIRING ? readFiring(message.data) : null;
      if (firing !== null) heard.hear(firing);
    },
    onStatus: (status) => {
      if (status !== 'open') return;
      heard.begin();
      void pastOf(dispatch).then((past) => heard.knowPast(past));
    },
  });
}

interface Listening {
  /** False: nothing is opened. */
  isOn: boolean;
  /** False: nothing is said in passing. */
  isSaid: boolean;
  nameOf: (coinId: string) => string;
}

/** Says each new firing in passing, and has what is shown of alerts read again. */
export function useAlertStream({ isOn, isSaid, nameOf }: Listening): void {
  const dispatch = useAppDispatch();
  const router = useRouter();
  const latest = useRef({ isSaid, nameOf, router });
  useEffect(() => {
    latest.current = { isSaid, nameOf, router };
  });
  useEffect(() => {
    if (!isOn) return;
    const stream = streamOf(dispatch, (firing) => {
      dispatch(alertsApi.util.invalidateTags(['Firings', 'Alerts', 'Deliveries']));
      if (!latest.current.isSaid) return;
      say(firingSentence(firing, latest.current.nameOf), {
        action: {
          label: 'Show',
          run: () => latest.current.router.push('/alerts/?tab=history'),
        },
      });
    });
    return followPage(stream);
  }, [isOn, dispatch]);
}
