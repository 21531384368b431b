import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPEN } from '@tidemark/testkit/open-route';
import { testRoot } from '@tidemark/testkit/test-root';

let app: FastifyInstance;
let port: number;
/** Requests that reached a route. */
let reached: string[] = [];
beforeAll(async () => {
  app = await testRoot();
  app.post('/api/ends', OPEN, (request) => {
    reached.push(request.url);
    return { success: true };
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = app.server.address() as AddressInfo);
});
afterAll(() => app.close());

/** What comes back for bytes as they stand, until the server closes. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  let answer = '';
  socket.on('data', (piece: Buffer) => (answer += piece.toString()));
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

const POST = 'POST /api/ends HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
const HIDDEN = 'POST /api/ends?hidden HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\n{}';

test.each([
  [
    'a length and chunks',
    `content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`,
  ],
  [
    'chunks and a length',
    `transfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\n${HIDDEN}`,
  ],
  ['two lengths', `content-length: 2\r\ncontent-length: 4\r\n\r\n{}${HIDDEN}`],
  ['two lengths in one line', `content-length: 2, 4\r\n\r\n{}${HIDDEN}`],
  ['a length with a sign', `content-length: +2\r\n\r\n{}${HIDDEN}`],
  ['a coding that nobody knows', `transfer-encoding: xchunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ['chunks that are not the last coding', `transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
  ['a header that goes on in the next line', `x: a\r\n content-length: 2\r\n\r\n{}${HIDDEN}`],
  ['a line that ends without its carriage return', `content-length: 2\n\r\n{}${HIDDEN}`],
  ['a space before the colon', `content-length : 2\r\n\r\n{}${HIDDEN}`],
  [
    'a line feed in the extension of a chunk',
    `transfer-encoding: chunked\r\n\r\n2;a\nb\r\n{}\r\n0\r\n\r\n${HIDDEN}`,
  ],
  ['a chunk whose size is no number', `transfer-encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n`],
])('%s is refused', async (_name, rest) => {
  reached = [];
  expect(await answerTo(POST + rest)).toMatch(/^HTTP\/1\.1 400 /);
  expect(reached.filter((url) => url.includes('hidden'))).toEqual([]);
});
