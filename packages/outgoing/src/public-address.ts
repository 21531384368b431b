import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether an address is one of the internet's own: not of this machine, its network, or a use of its own (RFC 6890). */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'unicast';
}

/** A host that may not be asked: its address is not of the internet. */
export class PrivateAddressError extends Error {
  constructor(host: string) {
    super(`${host} is an address of this machine or its network, which is not reached from here`);
  }
}

/** @throws PrivateAddressError where the host is written as such an address */
export function refusePrivateHost(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isPublicAddress(host)) throw new PrivateAddressError(url.hostname);
}

/**
 * Looks a name up and gives public addresses alone. What is connected to is what was checked, so that a name that says
 * something else the next time gains nothing. An address is not looked up: see {@link refusePrivateHost}.
 * @param lookup which finds the addresses
 */
export function publicLookupBy(lookup: LookupFunction): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error || typeof found === 'string') {
        callback(error, []);
        return;
      }
      const known = found.filter(({ address }) => isPublicAddress(address));
      const [first] = known;
      if (!first) callback(new PrivateAddressError(host), []);
      else if (options.all) callback(null, known);
      else callback(null, first.address, first.family);
    });
  };
}

/** {@link publicLookupBy} the system's. */
export const publicLookup = publicLookupBy(systemLookup);
