import { once } from 'node:events';
import { WebSocket } from 'ws';

/** WebSocket clients of one address. */
export interface StreamClients {
  /** Connections that were closed from the other side. */
  lost: () => number;
  close: () => void;
}

/** Opens `count` connections; `onMessage` gets each message with the number of the connection, from 0. */
export async function openClients(
  url: string,
  count: number,
  onMessage: (client: number, data: Buffer) => void,
): Promise<StreamClients> {
  let lost = 0;
  const sockets = Array.from({ length: count }, (_, client) => {
    const ws = new WebSocket(url, { perMessageDeflate: false });
    ws.on('message', (data: Buffer) => onMessage(client, data));
    ws.on('close', () => (lost += 1));
    ws.on('error', () => undefined);
    return ws;
  });
  await Promise.all(sockets.map((ws) => once(ws, 'open')));
  return {
    lost: () => lost,
    close: () => {
      for (const ws of sockets) ws.terminate();
    },
  };
}
