import type { FastifyRequest } from 'fastify';

const USER_AGENT_CHARACTERS = 300;

/** Who does something, as the audit log and the list of sessions name them. */
export interface Caller {
  /** Null: nobody signed in. */
  userId: string | null;
  sessionId: string | null;
  address: string;
  userAgent: string | null;
}

/** The caller of a request. */
export function callerOf({ identity, ip, headers }: FastifyRequest): Caller {
  const { userId, sessionId } = identity;
  const userAgent = headers['user-agent']?.slice(0, USER_AGENT_CHARACTERS) ?? null;
  return { userId, sessionId, address: ip, userAgent };
}
