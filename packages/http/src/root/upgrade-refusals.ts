import type { IncomingMessage } from 'node:http';
import { requestIdOf } from './request-trace.ts';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from '../replies/security-headers.ts';

/** What a refused WebSocket is answered with beside why: the headers of every answer. */
export function upgradeRefusalHeaders(request: IncomingMessage): Record<string, string> {
  const id = requestIdOf(request);
  // One that we made is the request's from now on, for the service that it may go to.
  request.headers['x-request-id'] = id;
  return {
    ...SECURITY_HEADERS,
    ...('encrypted' in request.socket && { 'strict-transport-security': STRICT_TRANSPORT }),
    'cache-control': 'no-store',
    'x-request-id': id,
  };
}
