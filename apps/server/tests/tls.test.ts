import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { connect as tcpConnect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { makeCertificate } from './support/certificate.ts';
import { startServer, type ServerProcess } from './support/server-process.ts';

const SLOW_MS = 60_000;
const HSTS = 'max-age=31536000; includeSubDomains';

let folder: string;
const certificate = makeCertificate();
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-tls-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function ask(
  send: typeof httpsRequest,
  url: string,
  options: RequestOptions = {},
): Promise<IncomingMessage & { body: string }> {
  const request = send(url, { ca: certificate.cert, agent: false, ...options }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let body = '';
  for await (const piece of response) body += String(piece);
  return Object.assign(response, { body });
}

describe('a server with a certificate', () => {
  let server: ServerProcess;
  let url: string;
  let redirectPort: number;
  beforeAll(async () => {
    redirectPort = await freePort();
    server = startServer({
      DATA_DIR: join(folder, 'data'),
      TLS_CERT_FILE: file('cert.pem', certificate.cert),
      TLS_KEY_FILE: file('key.pem', certificate.key),
      HTTP_REDIRECT_PORT: String(redirectPort),
    });
    ({ url } = await server.ready);
  }, SLOW_MS);
  afterAll(async () => {
    server.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
  });

  const plain = (path: string, options: RequestOptions = {}) =>
    ask(httpRequest, `http://127.0.0.1:${redirectPort}${path}`, options);

  test('says so, and speaks TLS 1.2 and 1.3 only', async () => {
    expect(url).toMatch(/^https:\/\/localhost:\d+$/);
    const { port } = new URL(url);
    const versionOf = async (version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') => {
      const socket: TLSSocket = connect({
        port: Number(port),
        host: '127.0.0.1',
        ca: certificate.cert,
        servername: 'localhost',
        minVersion: version,
        maxVersion: version,
        ciphers: 'DEFAULT@SECLEVEL=0',
      });
      await once(socket, 'secureConnect');
      const protocol = socket.getProtocol();
      socket.destroy();
      return protocol;
    };
    expect(await versionOf('TLSv1.2')).toBe('TLSv1.2');
    expect(await versionOf('TLSv1.3')).toBe('TLSv1.3');
    await expect(versionOf('TLSv1.1')).rejects.toThrow();
  });

  test('has no cipher without forward secrecy', async () => {
    const { port } = new URL(url);
    const socket = connect({
      ...{ port: Number(port), host: '127.0.0.1', ca: certificate.cert, servername: 'localhost' },
      ...{ maxVersion: 'TLSv1.2', ciphers: 'AES256-SHA:AES256-GCM-SHA384:ECDHE-ECDSA-AES256-SHA' },
    });
    await expect(once(socket, 'secureConnect')).rejects.toThrow('handshake failure');
  });

  test.each(['/healthz', '/dashboard', '/api/market/coins', '/api/nothing'])(
    'asks browsers to come by TLS alone at %s',
    async (path) => {
      const { headers } = await ask(httpsRequest, url + path);
      expect(headers['strict-transport-security']).toBe(HSTS);
    },
  );

  test('opens WebSockets over it', async () => {
    const ws = new WebSocket(`${url.replace('https', 'wss')}/ws/prices?coins=bitcoin`, {
      ca: certificate.cert,
    });
    const [first] = (await once(ws, 'message')) as [Buffer];
    ws.close();
    expect(JSON.parse(String(first))).toMatchObject({ type: 'price_update' });
  });

  test('sends pages that are asked for in clear on, with path and query', async () => {
    const { port } = new URL(url);
    const { statusCode, headers } = await plain('/coins?a=1&b=%20', {
      headers: { host: `localhost:${redirectPort}` },
    });
    expect([statusCode, headers.location]).toEqual([
      308,
      `https://localhost:${port}/coins?a=1&b=%20`,
    ]);
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect((await plain('/')).headers.location).toBe(`https://127.0.0.1:${port}/`);
    expect((await plain('//evil.example/x')).headers.location).toBe(
      `https://127.0.0.1:${port}//evil.example/x`,
    );
  });

  test.each([
    ['evil.example'],
    ['localhost@evil.example'],
    ['localhost/.evil.example'],
    ['localhost:80@evil.example'],
    ['evil.example#localhost'],
    ['[::1]'],
    [' '],
  ])('sends nobody to the made-up host %j', async (host) => {
    const { statusCode, headers } = await plain('/coins', { headers: { host }, setHost: false });
    expect([400, 403]).toContain(statusCode);
    expect(headers).not.toHaveProperty('location');
  });

  test('helps no client to call the API in clear', async () => {
    const call = await plain('/api/market/coins');
    expect([call.statusCode, JSON.parse(call.body).error.code]).toEqual([403, 'FORBIDDEN']);
    expect((await plain('/coins', { method: 'POST' })).statusCode).toBe(403);
    const whole = await plain('/x', { path: 'http://evil.example/x' });
    expect([whole.statusCode, whole.headers.location]).toEqual([403, undefined]);
  });

  test('closes who speaks plain HTTP to its port', async () => {
    const { port } = new URL(url);
    const socket = tcpConnect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
    await once(socket, 'close');
  });
});
