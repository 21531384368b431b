import type { FastifyInstance } from 'fastify';
import { trustGateway, type TrustProxy } from './trusted-proxies.ts';

/** Who comes to this process, and what is believed of them. */
export interface Visitors {
  /** Origins whose pages may call the API beside our own. */
  readonly corsOrigins: readonly string[];
  /** Where people reach this Tidemark, an origin, whatever a proxy in front makes of it; null: not said. */
  readonly publicOrigin: string | null;
  /** Names that requests may ask for; undefined: any. */
  readonly ownHosts: readonly string[] | undefined;
  /** Which proxies are believed about whom they ask for. */
  readonly trusts: TrustProxy;
}

/** The gateway alone, which is in another process: it writes the headers of proxies anew. */
export const GATEWAY_ALONE: Visitors = {
  corsOrigins: [],
  publicOrigin: null,
  ownHosts: undefined,
  trusts: trustGateway,
};

/** Clients themselves, of whom nothing is believed. */
export const STRANGERS: Visitors = { ...GATEWAY_ALONE, trusts: () => false };

declare module 'fastify' {
  interface FastifyInstance {
    readonly visitors: Visitors;
  }
}

/** Lets every part of the app read who comes here. */
export function receive(app: FastifyInstance, visitors: Visitors): void {
  app.decorate('visitors', visitors);
}
