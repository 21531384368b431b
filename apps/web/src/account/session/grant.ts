import type { SignedIn } from '@tidemark/contracts/session';
import type { User } from '@tidemark/contracts/user';

/** An access token of this browser's session, and whose it is. It is kept in memory alone. */
export interface Grant {
  token: string;
  /** Epoch ms. */
  expiresAt: number;
  user: User;
}

/** Below this much life left a token is not sent any more: it might end on the way, ms. */
const MARGIN_MS = 10_000;
/** A token is replaced this long before its end, ms, or at four fifths of its life if that is later. */
const AHEAD_MS = 60_000;

export function grantOf(answer: SignedIn, now: number): Grant {
  return {
    token: answer.access_token,
    expiresAt: now + answer.expires_in * 1000,
    user: answer.user,
  };
}

export function isFresh(grant: Grant | null, now: number): grant is Grant {
  return grant !== null && grant.expiresAt - now > MARGIN_MS;
}

/**
 * How long to wait before a token is replaced, ms. Tabs that have the same token wait differently long, so that one of
 * them does it. `random` gives 0 to 1.
 */
export function renewalDelay(grant: Grant, now: number, random: () => number): number {
  const left = grant.expiresAt - now;
  const ahead = Math.min(AHEAD_MS * (1 + random() / 4), left / 5);
  return Math.max(0, left - ahead);
}
