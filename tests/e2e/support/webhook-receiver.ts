import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a webhook was sent: the id that receivers drop repetitions by, and the body. */
export interface Received {
  id: string | undefined;
  body: string;
}

/** A server on loopback that takes whatever is sent. */
export async function webhookReceiver() {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { 'webhook-id': id } = request.headers;
      received.push({ id: typeof id === 'string' ? id : undefined, body });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    url: `http://127.0.0.1:${port}/hook`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
