'use client';

import type { ThunkAction, UnknownAction } from '@reduxjs/toolkit';
import type { ApiError } from '../api/api-error.ts';
import type { Outcome } from '../components/form/use-submission.ts';
import { useAppDispatch } from '../store/store-provider.tsx';

/** An endpoint that changes something. */
interface Change<Body, Answer> {
  initiate: (
    body: Body,
    options: { track: false },
  ) => ThunkAction<Promise<Outcome<Answer>>, never, unknown, UnknownAction>;
}

/** Sends one kind of change; neither what is sent nor what comes back is kept in the store. */
export function useSend<Body, Answer>(
  change: Change<Body, Answer>,
): (body: Body) => Promise<Outcome<Answer>> {
  const dispatch = useAppDispatch();
  return (body) =>
    dispatch(
      change.initiate(body, { track: false }) as ThunkAction<
        Promise<Outcome<Answer>>,
        unknown,
        unknown,
        UnknownAction
      >,
    );
}

/** Why a request came to nothing, in a sentence; null: it was done. */
export function whyNot({ error }: { error?: unknown }): string | null {
  return error === undefined ? null : (error as ApiError).message;
}
