import type { IncomingMessage } from 'node:http';
import { ANONYMOUS, type Identity } from './identity.ts';

const known = new WeakMap<IncomingMessage, Identity>();

/** Keeps who asks for a WebSocket, for those who open it: an upgrade has no Fastify request. */
export function rememberIdentity(request: IncomingMessage, identity: Identity): void {
  known.set(request, identity);
}

/** Who asks for a WebSocket, as the gateway found out; anonymous where nothing proved it. */
export function identityOf(request: IncomingMessage): Identity {
  return known.get(request) ?? ANONYMOUS;
}
