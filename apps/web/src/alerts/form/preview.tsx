'use client';

import type { AlertPreview, AlertPreviewRequest } from '@tidemark/contracts/alert';
import { useEffect, useState } from 'react';
import { Choose } from '../../components/ui/choose.tsx';
import { QueryFailure, Skeleton } from '../../components/ui/loaded.tsx';
import { formatMomentUtc } from '../../format/time.ts';
import { useCoinsQuery } from '../../market/market-api.ts';
import { useCoinName } from '../../sentiment/coin-names.ts';
import { usePreviewAlertQuery } from '../alerts-api.ts';
import { valueText } from '../words.ts';
import { conditionOf, requestOf, type AlertValues } from './alert-values.ts';
import { PreviewLine } from './preview-line.tsx';

/** Somebody who types is waited for. */
const REST_MS = 500;
const SHOWN = 12;
const DAY_MS = 86_400_000;

/** What is asked when nothing has been typed for a while; null while there is nothing to ask. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(text) as T), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

function askedOf(values: AlertValues, coin: string | undefined): AlertPreviewRequest | null {
  if (coin === undefined || conditionOf(values) === null) return null;
  const { condition, recurring, hysteresis_pct, cooldown_s } = requestOf(values);
  return {
    ...{ coin_id: coin, condition },
    ...(recurring !== undefined && { recurring }),
    ...(hysteresis_pct !== undefined && { hysteresis_pct }),
    ...(cooldown_s !== undefined && { cooldown_s }),
  };
}

/** How often the alert that is typed would have fired, and when. */
export function Preview({ values }: { values: AlertValues }) {
  const [wanted, setWanted] = useState<string | null>(null);
  const { data: known = [] } = useCoinsQuery(undefined);
  const nameOf = useCoinName();
  const coins = values.everyCoin ? known.map(({ coin_id }) => coin_id) : values.coins;
  const coin = coins.find((candidate) => candidate === wanted) ?? coins[0];
  const isTold = values.quantity !== 'spread';
  const asked = useRested(isTold ? askedOf(values, coin) : null);
  const query = usePreviewAlertQuery(asked ?? NOTHING, { skip: asked === null });
  const { currentData, error } = query;
  return (
    <section
      aria-label="Preview"
      className="flex flex-col gap-2 rounded-lg border border-line bg-background/50 p-3"
    >
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h3 className="text-[0.8125rem] font-semibold">Until now</h3>
        {coins.length > 1 && (
          <Choose
            label="Of"
            options={coins.map((value) => ({ value, label: nameOf(value) }))}
            value={coin ?? ''}
            onChange={setWanted}
          />
        )}
      </div>
      {asked === null && (
        <p className="text-[0.8125rem] text-muted">
          {isTold
            ? 'With a coin and a bound, this says how often it would have fired.'
            : 'Candles do not tell how far exchanges were apart, so there is no preview of it.'}
        </p>
      )}
      {asked !== null && error !== undefined && (
        <QueryFailure title="There is no preview." query={query} className="py-2" />
      )}
      {asked !== null && error === undefined && currentData === undefined && (
        <Skeleton className="h-16 w-full" />
      )}
      {asked !== null && error === undefined && currentData !== undefined && (
        <Told preview={currentData} quantity={asked.condition.quantity} />
      )}
    </section>
  );
}

const NOTHING: AlertPreviewRequest = {
  coin_id: '',
  condition: { quantity: 'price', direction: 'above', bound: 1 },
};

interface ToldProps {
  preview: AlertPreview;
  quantity: AlertPreviewRequest['condition']['quantity'];
}

/** `would have fired 7 times in 90 days`. */
function previewSentence({ bars, from, to, firings }: AlertPreview): string {
  if (bars === 0) return 'No history of this coin is stored yet, so there is nothing to look at.';
  const days = Math.max(1, Math.round((to - from) / DAY_MS));
  const times = firings.length === 1 ? 'once' : `${firings.length} times`;
  return `It would have fired ${times} in ${days === 1 ? 'a day' : `${days} days`}.`;
}

function Told({ preview, quantity }: ToldProps) {
  const { coin_id, bars, firings, interval, assumptions } = preview;
  return (
    <>
      <p role="status" className="text-[0.8125rem] font-medium">
        {previewSentence(preview)}
      </p>
      {bars > 0 && <PreviewLine preview={preview} />}
      {firings.length > 0 && (
        <ul
          aria-label={`When it would have fired for ${coin_id}`}
          className="figures grid gap-x-4 gap-y-0.5 text-xs text-muted sm:grid-cols-2"
        >
          {firings
            .slice(-SHOWN)
            .toReversed()
            .map(({ at, value }) => (
              <li key={at}>
                <time dateTime={new Date(at).toISOString()}>{formatMomentUtc(at)} UTC</time>,{' '}
                {valueText(quantity, value)}
              </li>
            ))}
        </ul>
      )}
      {firings.length > SHOWN && (
        <p className="text-xs text-muted">and {firings.length - SHOWN} before these.</p>
      )}
      {bars > 0 && (
        <p className="text-xs text-muted">
          From {bars} bars of {interval}.{' '}
          {assumptions.length > 0 && `Assumed: ${assumptions.join('; ')}.`}
        </p>
      )}
    </>
  );
}
