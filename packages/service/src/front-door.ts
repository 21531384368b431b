import type { FastifyReply, FastifyRequest } from 'fastify';

/** Whether a proxy at this address, so many hops away, is believed about whom it asks for; as Fastify's `trustProxy`. */
export type TrustProxy = (address: string, hop: number) => boolean;

/**
 * What the gateway does with every request before its route, once it runs. The root is made before the gateway and in
 * processes without one, so the gateway comes in here.
 */
export interface FrontDoor {
  /** Finds out who asks and whether they may ask so often; throws a TidemarkError to refuse. */
  admit: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** May answer instead of the route, for those who are let in. */
  answer: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** Origins whose pages may call us, beside our own. */
  readonly corsOrigins: readonly string[];
  /** Where people reach this Tidemark, whatever a proxy in front makes of it; null: not said. */
  readonly publicOrigin: string | null;
  readonly trusts: TrustProxy;
}

declare module 'fastify' {
  interface FastifyInstance {
    frontDoor: FrontDoor;
  }
}
