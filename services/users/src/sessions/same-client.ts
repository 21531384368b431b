import type { Caller } from '../audit/caller.ts';
import { networkOf } from '../delays/network.ts';

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
