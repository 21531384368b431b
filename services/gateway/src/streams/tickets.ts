import { hash, randomBytes } from 'node:crypto';
import type { Cache } from '@tidemark/cache/cache';
import { TidemarkError } from '@tidemark/contracts/errors';
import { InstanceSecret } from '@tidemark/service/instance-secret';
import { seal, unseal } from '@tidemark/service/sealed';
import type { Caller, Callers } from '../auth/callers.ts';
import { type CountGuess, invalidCredential } from '../auth/guesses.ts';

/** How long a ticket is good for, seconds. */
export const TICKET_S = 30;
const BYTES = 32;
/** What sealed keys belong to. */
const OWNER = 'stream-ticket';
const SHAPE = /^[\w-]{43}$/;

/** Whom a ticket is made for: what they showed themselves. */
export type TicketHolder =
  | { kind: 'session'; sessionId: string; userId: string }
  | { kind: 'api_key'; key: string };

/** What the cache has of a ticket. An API key is sealed with the ticket, so that nothing there opens anything. */
type Stub =
  | { kind: 'session'; sessionId: string; userId: string }
  | { kind: 'api_key'; sealed: string };

/**
 * Tickets that open one WebSocket each, for browsers, which cannot send a header with it. Whoever shows one is held to
 * what it was made with: a session that has ended meanwhile opens nothing.
 */
export class Tickets {
  readonly #cache: Cache;
  readonly #callers: Callers;

  constructor(cache: Cache, callers: Callers) {
    this.#cache = cache;
    this.#callers = callers;
  }

  /** @throws TidemarkError NOT_READY while the cache is away */
  async issue(holder: TicketHolder): Promise<string> {
    const ticket = randomBytes(BYTES).toString('base64url');
    const stub: Stub =
      holder.kind === 'session'
        ? holder
        : { kind: 'api_key', sealed: seal(sealingKey(ticket), holder.key, OWNER) };
    // Nothing is there under a key that was just thrown: a refusal means that nothing was stored.
    const stored = await this.#cache.setIfNewer(keyOf(ticket), stub, 1, TICKET_S * 1000);
    if (!stored) throw away();
    return ticket;
  }

  /**
   * Takes a ticket, which is gone after it.
   * @throws TidemarkError UNAUTHORIZED when there is none, or whom it is for has signed out; NOT_READY while the cache is
   *   away; what `Callers` throws
   */
  async redeem(ticket: string, countGuess: CountGuess): Promise<Caller> {
    if (!SHAPE.test(ticket)) throw invalidCredential();
    const stub = await this.#cache.take<Stub>(keyOf(ticket));
    if (stub?.kind === 'session') return this.#callers.bySession(stub.sessionId, stub.userId);
    if (stub) {
      const key = unseal(sealingKey(ticket), stub.sealed, OWNER);
      return this.#callers.byApiKey(key, countGuess);
    }
    await this.#cache.ping().catch(() => {
      throw away();
    });
    throw invalidCredential();
  }
}

function keyOf(ticket: string): string {
  return `stream-ticket:${hash('sha256', ticket)}`;
}

/** A ticket has 256 random bits: a secret that only whoever has it can derive the key from. */
function sealingKey(ticket: string): Buffer {
  return new InstanceSecret(ticket).derive('gateway/stream-ticket');
}

function away(): TidemarkError {
  return new TidemarkError('NOT_READY', 'Tickets cannot be kept now; try again.');
}
