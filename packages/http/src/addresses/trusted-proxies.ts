import { BlockList, isIP } from 'node:net';

/** Whether a proxy at this address, so many hops away, is believed about whom it asks for; as Fastify's `trustProxy`. */
export type TrustProxy = (address: string, hop: number) => boolean;

/** An address, or a network such as `10.0.0.0/8`, taken apart. */
interface Network {
  address: string;
  bits: number;
  family: 'ipv4' | 'ipv6';
}

/**
 * Who is believed about whom it asks for: proxies at these addresses and networks.
 * @throws RangeError naming what is neither; see `proxyFault`
 */
export function trustOf(proxies: readonly string[]): TrustProxy {
  if (proxies.length === 0) return () => false;
  const list = new BlockList();
  for (const proxy of proxies) {
    const network = networkOf(proxy);
    if (!network) throw new RangeError(`${proxy} is no address and no network`);
    list.addSubnet(network.address, network.bits, network.family);
  }
  return (address) => {
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
}

/** The next hop is the gateway, which writes the headers anew. */
export const trustGateway: TrustProxy = (_address, hop) => hop === 0;

/** Why something cannot stand in a list of proxies; null when it can. */
export function proxyFault(proxy: string): string | null {
  if (networkOf(proxy)) return null;
  return /\/0+$/.test(proxy) ? 'would believe everybody' : 'is no address and no network';
}

function networkOf(text: string): Network | null {
  const [, address = '', given] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  if (version === 0 || address.includes('%')) return null;
  const all = version === 4 ? 32 : 128;
  const bits = given === undefined ? all : Number(given);
  if (bits < 1 || bits > all) return null;
  return { address, bits, family: version === 4 ? 'ipv4' : 'ipv6' };
}
