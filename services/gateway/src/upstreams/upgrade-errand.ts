import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import { TidemarkError } from '@tidemark/contracts/errors';
import { lossOf, type Errand, type Outcome } from '@tidemark/service-calls/errand';
import type { Replica } from '@tidemark/service-calls/replica';

/** A client's request for a WebSocket, as any replica may get it. */
export interface UpgradeCall {
  path: string;
  headers: Record<string, string | string[]>;
  /** How long a replica may take to answer, ms. */
  timeoutMs: number;
  signal: AbortSignal;
}

/** What a replica answered: an open WebSocket (101) with what came right behind it, or a refusal. */
export interface UpgradeAnswer {
  response: IncomingMessage;
  opened: { socket: Socket; head: Buffer } | null;
}

/** Opening a WebSocket; it changes nothing at the service until frames are sent, and may be tried again. */
export function upgradeErrand(call: UpgradeCall): Errand<UpgradeAnswer> {
  return {
    repeatable: true,
    signal: call.signal,
    send: (replica, ms) => send(call, replica, Math.min(ms, call.timeoutMs)),
    discard: async ({ response, opened }) => {
      response.destroy();
      opened?.socket.destroy();
    },
  };
}

async function send(
  call: UpgradeCall,
  { address }: Replica,
  ms: number,
): Promise<Outcome<UpgradeAnswer>> {
  const timeout = AbortSignal.timeout(ms);
  try {
    const answer = await ask(address.origin, {
      path: call.path,
      agent: false,
      headers: {
        ...call.headers,
        host: address.host,
        connection: 'Upgrade',
        upgrade: 'websocket',
      },
      ...(!isIP(address.servername) && { servername: address.servername }),
      signal: AbortSignal.any([call.signal, timeout]),
    });
    return { kind: 'answered', answer, notReady: answer.response.statusCode === 503 };
  } catch (error) {
    if (timeout.aborted) throw new TidemarkError('NOT_READY', 'No answer in time; try again.');
    return lossOf(error);
  }
}

function ask(origin: string, options: Parameters<typeof httpsRequest>[1]): Promise<UpgradeAnswer> {
  return new Promise((resolve, reject) => {
    const request = origin.startsWith('https:')
      ? httpsRequest(origin, options)
      : httpRequest(origin, options);
    request.on('error', reject);
    request.on('response', (response) => resolve({ response, opened: null }));
    request.on('upgrade', (response, socket, head) => {
      resolve({ response, opened: { socket, head } });
    });
    request.end();
  });
}
