import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

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

const SHARED_PARTS = 4;

/** An IPv4 address as it is, also where it is written as IPv6; the first 64 bits of an IPv6 address. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return parsed.parts
    .slice(0, SHARED_PARTS)
    .map((part) => part.toString(16))
    .join(':');
}

/** How a client is known again: where it asks from, and what it calls itself. */
export type ClientTraits = Pick<Caller, 'address' | 'userAgent'>;

/**
 * Whether two requests may be of one client: they come from the same network (IPv4 address, IPv6 /64), and do not name
 * different user agents. One that names none contradicts none: whoever lies would rather name the right one.
 */
export function isSameClient(one: ClientTraits, other: ClientTraits): boolean {
  if (networkOf(one.address) !== networkOf(other.address)) return false;
  return one.userAgent === null || other.userAgent === null || one.userAgent === other.userAgent;
}
