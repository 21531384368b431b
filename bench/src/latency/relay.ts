import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/**
 * The least that can stand between a venue and its readers: receives, parses, writes anew, and sends to everybody.
 * `relay.ts <port of the venue>` prints its own port.
 */
async function relay(venuePort: string): Promise<void> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  const venue = new WebSocket(`ws://127.0.0.1:${venuePort}/stream`, { perMessageDeflate: false });
  venue.on('message', (data: Buffer) => {
    const frame: unknown = JSON.parse(data.toString());
    const bytes = Buffer.from(JSON.stringify(frame));
    for (const client of server.clients) client.send(bytes, { binary: false });
  });
  await Promise.all([once(venue, 'open'), once(server, 'listening')]);
  venue.send('{"method":"SUBSCRIBE","params":[],"id":1}');
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
}

await relay(process.argv[2] ?? '');
