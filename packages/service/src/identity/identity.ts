/** What somebody may do: nobody in particular, a person with an account, or one who runs this Tidemark. */
export const ROLES = ['anonymous', 'user', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who a request is for, as the gateway found out. */
export interface Identity {
  /** Null: nobody signed in. */
  readonly userId: string | null;
  readonly role: Role;
}

export const ANONYMOUS: Identity = Object.freeze({ userId: null, role: 'anonymous' });

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. Checked by the gateway; in a service's own process proven by the gateway's token. */
    identity: Identity;
  }
}
