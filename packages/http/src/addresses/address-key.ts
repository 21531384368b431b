import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A name that something is counted under, and how many times a limit it may have. */
export interface Counted {
  key: string;
  share: number;
}

/**
 * The networks that IPv6 is counted by. A subscriber has all of a /64 to choose addresses from, many have a /56, and some a
 * /48, which is 65,536 of the smallest: what may be had of it is more, and not that much more.
 */
const NETWORKS = [
  { bits: 64, share: 1 },
  { bits: 56, share: 2 },
  { bits: 48, share: 8 },
] as const;

/**
 * What requests from an address are counted under, the narrowest first: an IPv4 address itself, of IPv6 the networks that
 * it is in. IPv4 written as IPv6 is IPv4; a port is no part of it. What is no address counts as one. ADR 0021.
 */
export function addressKeys(address: string): readonly Counted[] {
  if (isIPv4(address)) return [{ key: address, share: 1 }];
  const parsed = read(address) ?? read(withoutPort(address));
  if (!parsed) return [{ key: 'unknown', share: 1 }];
  if (parsed.kind() === 'ipv4') return [{ key: parsed.toString(), share: 1 }];
  const bytes = parsed.toByteArray();
  return NETWORKS.map(({ bits, share }) => ({ key: networkOf(bytes, bits), share }));
}

function networkOf(bytes: readonly number[], bits: number): string {
  const kept = Buffer.from(bytes.slice(0, bits / 8))
    .toString('hex')
    .padEnd(16, '0');
  const parts = kept.match(/.{4}/g) ?? [];
  return `${parts.map((part) => part.replace(/^0{1,3}/, '')).join(':')}::/${bits}`;
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
