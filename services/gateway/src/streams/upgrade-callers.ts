import type { IncomingMessage } from 'node:http';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Upgrade } from '@tidemark/live-stream/upgrade-router';
import type { Caller, Callers } from '../auth/callers.ts';
import type { CountGuess } from '../auth/guesses.ts';
import type { Origin } from '../upstreams/proxy-headers.ts';
import type { PageOrigin } from './origin-check.ts';
import { refreshTokenIn } from './refresh-cookie.ts';
import type { Tickets } from './tickets.ts';

/** Who asks for a WebSocket. */
export interface Visitor {
  /** Null: nobody in particular. */
  caller: Caller | null;
  /** Why a cookie did not do, for streams that need an account. */
  refused: TidemarkError | null;
}

const NOBODY: Visitor = { caller: null, refused: null };
const TICKET = 'ticket';
const known = new WeakMap<IncomingMessage, Visitor>();

/** Finds out who asks for a WebSocket. */
export class UpgradeCallers {
  readonly #callers: Callers;
  readonly #tickets: Tickets;

  constructor(callers: Callers, tickets: Tickets) {
    this.#callers = callers;
    this.#tickets = tickets;
  }

  /**
   * By the header `Authorization`, else by a ticket in the URL, which is taken out of it, else, for a page of ours, by the
   * cookie. Whoever shows a header or a ticket means it, and is refused when it does not hold; a cookie comes along unasked
   * and closes no public stream.
   * @throws TidemarkError UNAUTHORIZED; INVALID_REQUEST for two tickets; NOT_READY or UPSTREAM_UNAVAILABLE when that cannot
   *   be found out; what `countGuess` throws
   */
  async identify(
    upgrade: Upgrade,
    page: PageOrigin,
    client: Origin,
    countGuess: CountGuess,
  ): Promise<Visitor> {
    const visitor = await this.#identify(upgrade, page, client, countGuess);
    known.set(upgrade.request, visitor);
    return visitor;
  }

  async #identify(
    { request, url }: Upgrade,
    page: PageOrigin,
    client: Origin,
    countGuess: CountGuess,
  ): Promise<Visitor> {
    const [ticket = null, ...more] = url.searchParams.getAll(TICKET);
    url.searchParams.delete(TICKET);
    if (more.length > 0)
      throw new TidemarkError('INVALID_REQUEST', 'ticket: is given more than once');
    const byHeader = await this.#callers.byHeader(request, countGuess);
    if (byHeader) return { caller: byHeader, refused: null };
    if (ticket !== null) {
      return { caller: await this.#tickets.redeem(ticket, countGuess), refused: null };
    }
    const token = page === 'own' ? refreshTokenIn(request.headers.cookie, client) : null;
    return token === null ? NOBODY : this.#byCookie(token, countGuess);
  }

  async #byCookie(token: string, countGuess: CountGuess): Promise<Visitor> {
    try {
      return { caller: await this.#callers.byRefreshToken(token, countGuess), refused: null };
    } catch (error) {
      if (error instanceof TidemarkError && error.code === 'RATE_LIMITED') throw error;
      if (error instanceof TidemarkError) return { caller: null, refused: error };
      throw error;
    }
  }
}

/**
 * Whoever asked for this WebSocket, for a stream that needs an account.
 * @throws TidemarkError UNAUTHORIZED when nobody has signed in; why it cannot be found out
 */
export function callerOf({ request }: Upgrade): Caller {
  const visitor = known.get(request) ?? NOBODY;
  if (visitor.caller) return visitor.caller;
  throw visitor.refused ?? new TidemarkError('UNAUTHORIZED', 'Sign in first.');
}
