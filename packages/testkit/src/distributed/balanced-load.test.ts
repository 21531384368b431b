import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished, test } from 'vitest';
import { until } from '../until.ts';
import { startBalancedLoad } from './balanced-load.ts';

async function serve(
  listener: RequestListener,
  port = 0,
): Promise<{ server: Server; url: string }> {
  const server = createServer(listener);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const well: RequestListener = (_request, response) => response.end('well');

test('a backend that refuses connections costs no answer', async ({ expect }) => {
  const [a, b] = [await serve(well), await serve(well)];
  const load = startBalancedLoad({
    urls: [a.url, b.url],
    paths: ['/'],
    concurrency: 4,
    pauseMs: 1,
  });
  await until('some answers', () => (load.report().statuses[200] ?? 0) > 50);
  a.server.close();
  a.server.closeAllConnections();
  const before = load.report().requests;
  await until('more answers', () => load.report().requests > before + 50);
  const report = await load.stop();
  expect(report.failed).toEqual({});
  expect(report.statuses).toEqual({ 200: report.requests });
});

test('answers with 5xx and answers that are cut off are counted', async ({ expect }) => {
  const bad: RequestListener = (request, response) => {
    if (request.url === '/readyz') response.end();
    else if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': 10 });
      response.write('half', () => request.socket.destroy());
    } else response.writeHead(502).end();
  };
  const { url } = await serve(bad);
  const load = startBalancedLoad({ urls: [url], paths: ['/', '/cut'], concurrency: 2, pauseMs: 1 });
  await until('both kinds', () => load.report().requests > 20);
  const { statuses, failed } = await load.stop();
  expect(statuses[502]).toBeGreaterThan(5);
  expect(Object.keys(failed)).toEqual(['answer cut: aborted']);
});
