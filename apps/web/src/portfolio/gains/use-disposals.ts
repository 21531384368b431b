'use client';

import type { DisposalRow } from '@tidemark/contracts/portfolio-gains';
import { useState } from 'react';
import { useAppDispatch } from '../../store/store-provider.tsx';
import {
  useDisposalsQuery,
  valuationApi,
  type DisposalsAsked,
} from '../../portfolio-api/valuation-api.ts';

const PAGE = 25;

/** A disposal may be told in several rows, one a lot: each has a key of its own. */
export type KeyedDisposal = DisposalRow & { key: string };

const keyed = (rows: readonly DisposalRow[]): KeyedDisposal[] =>
  rows.map((row, index) => ({ ...row, key: `${row.n}-${index}` }));

/** Pages of disposals, one below the other; the first stays up to date, and those after it with it. */
export function useDisposals(asked: DisposalsAsked) {
  const dispatch = useAppDispatch();
  const first = useDisposalsQuery({ ...asked, limit: PAGE });
  const [later, setLater] = useState<{ of: unknown; rows: DisposalRow[]; next: string | null }>();
  const [isFetching, setFetching] = useState(false);
  const page = first.currentData;
  // Pages that followed another first page are not of this list.
  const followed = later !== undefined && later.of === page ? later : undefined;
  const cursor = followed === undefined ? (page?.next ?? null) : followed.next;
  const [error, setError] = useState<unknown>();

  async function more() {
    if (cursor === null || page === undefined) return;
    setFetching(true);
    const ask = { ...asked, limit: PAGE, cursor };
    const answer = await dispatch(
      valuationApi.endpoints.disposals.initiate(ask, { subscribe: false, forceRefetch: true }),
    );
    setFetching(false);
    setError(answer.error);
    if (answer.data === undefined) return;
    const rows = [...(followed?.rows ?? []), ...answer.data.items];
    setLater({ of: page, rows, next: answer.data.next });
  }
  return {
    query: { ...first, error: first.error ?? error, isFetching: first.isFetching || isFetching },
    rows: page && keyed([...page.items, ...(followed?.rows ?? [])]),
    hasMore: cursor !== null,
    more: () => void more(),
  };
}
