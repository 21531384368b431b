'use client';

import { FlaskConical } from 'lucide-react';
import { useSentimentQuery } from './sentiment-api.ts';

/** Says that the news is made up, where it is. Keeps its place until that is known. */
export function SimulatedNotice() {
  const { data, isError } = useSentimentQuery('market');
  if (data?.simulated === false || (isError && data === undefined)) return null;
  return (
    <p className="flex min-h-10 items-center gap-2 rounded-md bg-notice-soft px-3 py-2 text-[0.8125rem]">
      <FlaskConical aria-hidden className="size-4 shrink-0 text-notice" />
      {data === undefined ? (
        <span className="text-muted">Asking for the news…</span>
      ) : (
        <span>
          <strong className="font-semibold">Simulated news.</strong> Every story on this page is
          made up, with the simulated market.
        </span>
      )}
    </p>
  );
}
