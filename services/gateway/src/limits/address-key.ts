import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

const NETWORK_PARTS = 4;

/**
 * What requests from an address are counted under: an IPv4 address itself, of IPv6 the /64, since a subscriber has all
 * of it to choose from. IPv4 written as IPv6 is IPv4; a port is no part of it. What is no address counts as one.
 */
export function addressKey(address: string): string {
  if (isIPv4(address)) return address;
  const parsed = read(address) ?? read(withoutPort(address));
  if (!parsed) return 'unknown';
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const { parts } = parsed as ipaddr.IPv6;
  const network = parts.slice(0, NETWORK_PARTS).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

function read(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  try {
    const parsed = ipaddr.process(address);
    // A short form such as 10.1 is read as an address, and is not how anything writes one.
    return parsed.kind() === 'ipv4' && !address.includes(':') && !isIPv4(address) ? null : parsed;
  } catch {
    return null;
  }
}

/** `192.0.2.1:4711` and `[2001:db8::1]:4711`, as some proxies write them. */
function withoutPort(address: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');
}
