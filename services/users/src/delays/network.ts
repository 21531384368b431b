import ipaddr from 'ipaddr.js';

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
