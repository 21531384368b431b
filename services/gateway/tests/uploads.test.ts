import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import {
  deadOrigin,
  KEYS,
  startBareServer,
  startGateway,
  stopAll,
} from './support/two-processes.ts';

afterEach(stopAll);

const FILES = '/api/portfolio/00000000-0000-4000-8000-000000000000/files?name=a';
const MB = 1024 * 1024;

/** A gateway in front of a portfolio elsewhere. */
async function before(portfolio: string) {
  const config = { IDENTITY_KEY: KEYS.privateKey, PORTFOLIO_URL: [portfolio] };
  return startGateway([], { config });
}

/** Begins to post; the rest is written by the test. */
function post(origin: string, headers: Record<string, string> = {}): ClientRequest {
  const type = { 'content-type': 'application/octet-stream' };
  return httpRequest(origin + FILES, { method: 'POST', headers: { ...type, ...headers } });
}

async function answerOf(
  request: ClientRequest,
): Promise<[status: number | undefined, body: string]> {
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks = (await response.toArray()) as Buffer[];
  return [response.statusCode, Buffer.concat(chunks).toString()];
}

test('a file reaches its service as it comes, to the last byte', async () => {
  let received = 0;
  const { origin: upstream } = await startBareServer((request, response) => {
    request.on('data', (chunk: Buffer) => (received += chunk.length));
    request.on('end', () => response.end(String(received)));
  });
  const { origin } = await before(upstream);
  const request = post(origin);
  request.write(Buffer.alloc(2 * MB));
  while (received < 2 * MB) await pause(5);
  request.end(Buffer.alloc(3 * MB + 1));
  expect(await answerOf(request)).toEqual([200, String(5 * MB + 1)]);
});

test('one that is too long is refused, by what it says or once it is', async () => {
  const { origin: upstream } = await startBareServer((request, response) => {
    request.resume().on('end', () => response.end());
  });
  const { origin } = await before(upstream);
  const said = post(origin, { 'content-length': String(64 * MB + 1) });
  said.on('error', () => undefined).flushHeaders();
  expect((await answerOf(said))[0]).toBe(413);
  const unsaid = post(origin).on('error', () => undefined);
  for (let n = 0; n < 65; n += 1) unsaid.write(Buffer.alloc(MB));
  expect((await answerOf(unsaid))[0]).toBe(413);
});

test('what the service says before it has all of it is the answer', async () => {
  const { origin: upstream } = await startBareServer((_request, response) => {
    response.writeHead(409).end('no room');
  });
  const { origin } = await before(upstream);
  const request = post(origin).on('error', () => undefined);
  request.write(Buffer.alloc(MB));
  expect(await answerOf(request)).toEqual([409, 'no room']);
});

test('a service that is not there is told, and nothing is sent twice', async () => {
  const { origin } = await before(await deadOrigin());
  const request = post(origin).on('error', () => undefined);
  request.end('a,b,c\n');
  expect((await answerOf(request))[0]).toBe(503);
});

test('a body that its route has room for reaches the service, and no longer one', async () => {
  const { origin: upstream } = await startBareServer((request, response) => {
    void request.toArray().then((pieces) => {
      response.end(String(Buffer.concat(pieces as Buffer[]).length));
    });
  });
  const { origin } = await before(upstream);
  const list = `${origin}/api/watchlist/00000000-0000-4000-8000-000000000000`;
  const bytesOf = async (method: string, bytes: number) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(list, { method, headers, body: `"${'x'.repeat(bytes - 2)}"` });
    return [answer.status, await answer.text()];
  };
  const room = 512 * 1024;
  expect(await bytesOf('PATCH', room)).toEqual([200, String(room)]);
  expect((await bytesOf('PATCH', room + 1))[0]).toBe(413);
  expect((await bytesOf('POST', 16 * 1024 + 1))[0]).toBe(413);
});
