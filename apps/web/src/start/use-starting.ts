'use client';

import { useEffect, useState } from 'react';
import { useFeedsQuery } from '../market/market-api.ts';
import type { Readiness } from '@tidemark/contracts/health';
import { waitedFor } from '@tidemark/contracts/waited-for';
import { apiUrl } from '../api/api.config.ts';

const LOOK_MS = 500;

/**
 * What the server waits for while it starts; null: it has started. Only a page that has had nothing from it can see its
 * start: one that has had goes on showing that.
 */
export function useStarting(): string | null {
  const { data, error, refetch } = useFeedsQuery(undefined);
  const [waiting, setWaiting] = useState<string | null>(null);
  const status = error && 'status' in error ? error.status : null;
  const refused = data === undefined && status === 503;

  useEffect(() => {
    if (!refused) return;
    const ends = new AbortController();
    const { signal } = ends;
    async function look() {
      if (signal.aborted) return;
      const said = await readWaiting();
      if (said !== undefined) setWaiting(said);
      await refetch();
      window.setTimeout(() => void look(), LOOK_MS);
    }
    void look();
    return () => ends.abort();
  }, [refused, refetch]);

  return refused ? waiting : null;
}

const TIMEOUT_MS = 5_000;

function isReadiness(body: unknown): body is Readiness {
  return (
    typeof body === 'object' && body !== null && 'modules' in body && Array.isArray(body.modules)
  );
}

/** What the server waits for before it is ready, in words; null: nothing. Undefined: it does not say. */
export async function readWaiting(): Promise<string | null | undefined> {
  try {
    const answer = await fetch(apiUrl('/readyz'), { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const body: unknown = await answer.json();
    return isReadiness(body) ? waitedFor(body) : undefined;
  } catch {
    return undefined;
  }
}
