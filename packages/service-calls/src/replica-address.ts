import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import Type from 'typebox';

/** One address at which a replica of a service listens. */
export interface ReplicaAddress {
  /** Origin by IP address: `http://10.0.0.3:8001`. */
  origin: string;
  /** Host and port as they were configured, for the Host header. */
  host: string;
  /** The configured name, for TLS. */
  servername: string;
}

/** Every IP address of a host name. */
export type LookupAll = (hostname: string) => Promise<readonly string[]>;

/** Asks the system's resolver. */
export const lookupAll: LookupAll = async (hostname) => {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => address);
};

/**
 * The replicas behind a configured origin: one for each address that its name has, as where a container is scaled.
 * @throws Error when the name is not known, or its resolver does not answer
 */
export async function addressesOf(configured: string, find: LookupAll): Promise<ReplicaAddress[]> {
  const { protocol, hostname, host, port } = new URL(configured);
  const name = hostname.replace(/^\[|\]$/g, '');
  const ips = isIP(name) ? [name] : await find(name);
  return ips.map((ip) => {
    const at = isIP(ip) === 6 ? `[${ip}]` : ip;
    return {
      origin: `${protocol}//${at}${port === '' ? '' : `:${port}`}`,
      host,
      servername: name,
    };
  });
}

/** A variable such as `MARKET_DATA_URL`: where the replicas of a service are. */
export const ReplicasSchema = Type.Array(
  Type.String({ pattern: '^https?://[^/?#@\\s]+/?$', maxLength: 300 }),
  {
    minItems: 1,
    maxItems: 100,
    description: 'origins of its replicas, such as http://a:8001,http://b:8001',
  },
);
