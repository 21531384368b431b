import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { TrustProxy } from '@tidemark/http/addresses/trusted-proxies';
import type { Origin } from '../upstreams/proxy-headers.ts';

/**
 * Who asks for a WebSocket, and how they addressed us: what Fastify says of a request, by the same rule. A proxy that is
 * not trusted is the client.
 */
export function clientOf({ socket, headers }: IncomingMessage, trusts: TrustProxy): Origin {
  const peer = socket.remoteAddress ?? '';
  const trusted = trusts(peer, 0);
  const protocol = socket instanceof TLSSocket ? 'https' : 'http';
  return {
    ip: clientAddress(peer, headers['x-forwarded-for'], trusts),
    host: (trusted ? last(headers['x-forwarded-host']) : undefined) ?? headers.host,
    protocol: (trusted ? last(headers['x-forwarded-proto']) : undefined) ?? protocol,
  };
}

/** The first address, seen from us, that is no trusted proxy's; each proxy adds the one that it was asked by. */
function clientAddress(
  peer: string,
  forwarded: string | string[] | undefined,
  trusts: TrustProxy,
): string {
  const hops = [peer, ...listed(forwarded).reverse()];
  const client = hops.findIndex((address, hop) => !trusts(address, hop));
  return hops[client] ?? hops.at(-1) ?? peer;
}

/** What the nearest proxy wrote. */
function last(header: string | string[] | undefined): string | undefined {
  return listed(header).at(-1);
}

function listed(header: string | string[] | undefined): string[] {
  const values = header?.toString().split(',') ?? [];
  return values.map((value) => value.trim()).filter((value) => value !== '');
}
