import type { IncomingMessage } from 'node:http';
import { requestIdOf } from './request-trace.ts';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from '../replies/security-headers.ts';
import { TidemarkError } from '@tidemark/contracts/errors';

/** What there is to say to strangers while the process starts; `/readyz` names what is waited for. ADR 0021. */
export function starting(): TidemarkError {
  return new TidemarkError('NOT_READY', 'Tidemark is starting; try again in a moment.');
}

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
