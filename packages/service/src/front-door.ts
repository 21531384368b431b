import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What the gateway does with every request before its route, in the process that clients ask. */
export interface FrontDoor {
  /** Adds what has to be there before the routes. */
  prepare(app: FastifyInstance): void;
  /** Finds out who asks and whether they may ask so often; throws a TidemarkError to refuse. */
  admit(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** May answer instead of the route, for those who are let in. */
  answer(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}
