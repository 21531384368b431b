import type { FastifyRequest } from 'fastify';
import type { KeptAnswer } from './kept-answers.ts';

/**
 * What the first of several equal requests came to: an answer for all; one for itself alone; or none, because whoever
 * asked went away.
 */
export type Outcome = KeptAnswer | 'own' | 'lost';

/** The first of several equal requests, which the others wait for. */
export interface Leading {
  readonly outcome: Promise<Outcome>;
  settle(outcome: Outcome): void;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What waits for this request; null: nothing. */
    leading: Leading | null;
  }
}

/** Makes a request the one that others wait for. `onSettled` is called once, before they go on. */
export function lead(request: FastifyRequest, onSettled: (outcome: Outcome) => void): Leading {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  let settled = false;
  const settle = (outcome: Outcome): void => {
    if (settled) return;
    settled = true;
    request.leading = null;
    onSettled(outcome);
    resolve(outcome);
  };
  const made = { outcome: promise, settle };
  request.leading = made;
  return made;
}
