import type { ApiKeyScope } from '@tidemark/contracts/api-key';

/**
 * What somebody may do: nobody in particular, a person with an account, one who runs this Tidemark; or the gateway or
 * another service, which ask on their own behalf.
 */
export const ROLES = ['anonymous', 'user', 'admin', 'gateway', 'service'] as const;
export type Role = (typeof ROLES)[number];

/** Who a request is for, as the gateway found out. */
export interface Identity {
  /** Null: nobody signed in, or the gateway, or a service. */
  readonly userId: string | null;
  readonly role: Role;
  /** Null: nobody signed in, or by an API key. */
  readonly sessionId: string | null;
  /** What an API key may do; a session may do both. */
  readonly scope: ApiKeyScope;
}

export const ANONYMOUS: Identity = Object.freeze({
  userId: null,
  role: 'anonymous',
  sessionId: null,
  scope: 'read_write',
});

/** The gateway, where it asks for itself. */
export const GATEWAY: Identity = Object.freeze({ ...ANONYMOUS, role: 'gateway' });

/** A service, where it asks another for itself. */
export const SERVICE: Identity = Object.freeze({ ...ANONYMOUS, role: 'service' });

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. Checked by the gateway; in a service's own process proven by the gateway's token. */
    identity: Identity;
  }
}
