import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { TrustProxy } from '../addresses/trusted-proxies.ts';
import { addressKeys } from '../addresses/address-key.ts';
import { ConnectionSlots } from './connection-slots.ts';

/** How many connections may be open from one address. */
export interface ConnectionBound {
  perAddress: number;
  /** Proxies come for many: theirs are not bounded. */
  trusts: TrustProxy;
}

/** Closes connections as they come past the bound of their address, whatever they would ask; those of others are taken. */
export function boundConnections(server: Server, { perAddress, trusts }: ConnectionBound): void {
  const slots = new ConnectionSlots(perAddress);
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (trusts(address, 0)) return;
    if (!slots.take(addressKeys(address), socket)) socket.destroy();
  });
}
