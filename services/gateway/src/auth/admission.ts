import { TidemarkError } from '@tidemark/contracts/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isApiRequest } from '@tidemark/http/root/addressed';
import type { Callers } from './callers.ts';
import { countingOnce, INVALID_TOKEN } from './guesses.ts';

/** Counts a request against whoever asks, `request.identity` or else the address; throws RATE_LIMITED. */
export type LimitRequest = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Lets requests to the API in: finds out who asks, then counts it. Pages and health are anybody's, whatever they show.
 * A credential that does not hold is refused on public routes too, so that nobody takes an answer for their own that is
 * not; and it is counted against its address, before anybody is asked about it, so that guessing is as slow as asking.
 */
export class Admission {
  readonly #callers: Callers;
  readonly #limit: LimitRequest;

  constructor(callers: Callers, limit: LimitRequest) {
    this.#callers = callers;
    this.#limit = limit;
  }

  /** @throws TidemarkError to refuse the request */
  admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!isApiRequest(request)) return Promise.resolve();
    if (request.headers.authorization === undefined) return this.#limit(request, reply);
    return this.#identify(request, reply).then(() => this.#limit(request, reply));
  }

  async #identify(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const count = countingOnce(() => this.#limit(request, reply));
    try {
      const caller = await this.#callers.byHeader(request.raw, count);
      if (caller) request.identity = caller.identity;
    } catch (error) {
      await count();
      if (error instanceof TidemarkError && error.code === 'UNAUTHORIZED') {
        reply.header('www-authenticate', INVALID_TOKEN);
      }
      throw error;
    }
  }
}
