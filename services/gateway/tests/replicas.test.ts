import { once } from 'node:events';
import { connect } from 'node:net';
import { ok } from '@tidemark/service/reply';
import { until } from '@tidemark/testkit/until';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import {
  deadOrigin,
  QUICK,
  startBareServer,
  startGateway,
  startService,
  stopAll,
  stopServer,
} from './support/two-processes.ts';
import { OPEN } from '@tidemark/testkit/open-route';

afterEach(stopAll);

/** Routes that say which replica answers. */
function named(name: string) {
  return (app: FastifyInstance): void => {
    app.get('/api/market/who', OPEN, (request) => ok(request, name));
    app.post('/api/market/who', OPEN, (request) => ok(request, name));
  };
}

async function ask(origin: string, method = 'GET') {
  const response = await fetch(`${origin}/api/market/who`, { method });
  const body = (await response.json()) as { data?: string; error?: { code: string } };
  return { status: response.status, who: body.data, code: body.error?.code, response };
}

/** A replica that takes a request, and breaks the connection instead of answering. */
async function breakingServer() {
  const requests: string[] = [];
  const { origin } = await startBareServer((request) => {
    requests.push(request.method ?? '');
    request.socket.destroy();
  });
  return { origin, requests };
}

test('replicas that are ready take turns', async () => {
  const services = await Promise.all(['a', 'b', 'c'].map((name) => startService(named(name))));
  const { origin } = await startGateway(services.map((service) => service.origin));
  const count: Record<string, number> = {};
  for (let i = 0; i < 30; i += 1) {
    const { who = '' } = await ask(origin);
    count[who] = (count[who] ?? 0) + 1;
  }
  expect(count).toEqual({ a: 10, b: 10, c: 10 });
});

test('a replica that says it is not ready is left alone until it is', async () => {
  const a = await startService(named('a'));
  const b = await startService(named('b'));
  b.readiness.ready = false;
  const { origin } = await startGateway([a.origin, b.origin]);
  for (let i = 0; i < 6; i += 1) expect((await ask(origin)).who).toBe('a');
  b.readiness.ready = true;
  await until('its turn', async () => (await ask(origin)).who === 'b', 2_000);
});

test('where no replica says it is ready, they are asked all the same', async () => {
  const a = await startService(named('a'));
  a.readiness.ready = false;
  const { origin } = await startGateway([await deadOrigin(), a.origin]);
  for (let i = 0; i < 4; i += 1) expect(await ask(origin)).toMatchObject({ status: 200, who: 'a' });
  expect((await ask(origin, 'POST')).status).toBe(200);
});

test.each(['GET', 'POST'])(
  '%s goes to another replica when a connection is refused',
  async (method) => {
    const a = await startService(named('a'));
    const b = await startService(named('b'));
    const { origin } = await startGateway([a.origin, b.origin], {
      timings: { ...QUICK, pollMs: 60_000 },
    });
    await stopServer(a.app.server);
    for (let i = 0; i < 6; i += 1) {
      expect(await ask(origin, method)).toMatchObject({ status: 200, who: 'b' });
    }
  },
);

test('GET is asked once more where the connection breaks before the answer', async () => {
  const broken = await breakingServer();
  const b = await startService(named('b'));
  const { origin, app } = await startGateway([broken.origin, b.origin], {
    timings: { ...QUICK, pollMs: 60_000 },
  });
  for (let i = 0; i < 4; i += 1) expect(await ask(origin)).toMatchObject({ status: 200, who: 'b' });
  expect(broken.requests).toEqual(['GET']);
  const metrics = (await app.inject('/metrics')).body;
  expect(metrics).toContain(
    'tidemark_upstream_retries_total{service="market-data",reason="lost"} 1',
  );
});

test('GET is asked once more and not more often', async () => {
  const first = await breakingServer();
  const second = await breakingServer();
  const third = await breakingServer();
  const { origin } = await startGateway([first.origin, second.origin, third.origin]);
  const { status, code, response } = await ask(origin);
  expect([status, code]).toEqual([503, 'UPSTREAM_UNAVAILABLE']);
  expect(response.headers.get('retry-after')).toBe('1');
  expect(first.requests.length + second.requests.length + third.requests.length).toBe(2);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
  '%s is not sent again once it was sent',
  async (method) => {
    const broken = await breakingServer();
    const b = await breakingServer();
    const { origin } = await startGateway([broken.origin, b.origin]);
    const { status, code } = await ask(origin, method);
    expect([status, code]).toEqual([503, 'UPSTREAM_UNAVAILABLE']);
    expect([...broken.requests, ...b.requests]).toEqual([method]);
  },
);

test('a GET that is answered with 503 is asked of another replica, a POST is not', async () => {
  const asked: string[] = [];
  const busy = await startBareServer((request, response) => {
    asked.push(request.method ?? '');
    response.writeHead(503, { 'content-type': 'application/json' });
    response.end('{"success":false,"error":{"code":"NOT_READY","message":"busy"}}');
  });
  const b = await startService(named('b'));
  const { origin } = await startGateway([busy.origin, b.origin]);
  for (let i = 0; i < 4; i += 1) expect((await ask(origin)).who).toBe('b');
  expect(new Set(asked)).toEqual(new Set(['GET']));
  const posts = await Promise.all(Array.from({ length: 6 }, () => ask(origin, 'POST')));
  const refused = posts.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(0);
  expect(asked.filter((method) => method === 'POST')).toHaveLength(refused.length);
});

test('the 503 of the only replica comes through at once, in its own words', async () => {
  const busy = await startBareServer((_request, response) => {
    response.writeHead(503, { 'content-type': 'application/json' });
    response.end('{"success":false,"error":{"code":"NOT_READY","message":"no price yet"}}');
  });
  const { origin } = await startGateway([busy.origin], {
    timings: { ...QUICK, patienceMs: 5_000 },
  });
  const from = performance.now();
  expect(await ask(origin)).toMatchObject({ status: 503, code: 'NOT_READY' });
  expect(performance.now() - from).toBeLessThan(1_000);
});

test('requests wait for the only replica while it restarts', async () => {
  const first = await startService(named('before'));
  const { origin } = await startGateway([first.origin], {
    timings: { ...QUICK, patienceMs: 5_000 },
  });
  await ask(origin);
  await stopServer(first.app.server);
  await first.app.close();
  const waiting = [ask(origin), ask(origin), ask(origin, 'POST')];
  await startService(named('after'), { port: first.port });
  for (const answer of await Promise.all(waiting)) {
    expect(answer).toMatchObject({ status: 200, who: 'after' });
  }
});

test('where nobody comes back a request waits its time and no longer', async () => {
  const { origin } = await startGateway([await deadOrigin()]);
  const from = performance.now();
  expect(await ask(origin)).toMatchObject({ status: 503, code: 'UPSTREAM_UNAVAILABLE' });
  expect(performance.now() - from).toBeGreaterThan(QUICK.patienceMs - 50);
  expect(performance.now() - from).toBeLessThan(QUICK.patienceMs + 1_500);
});

test('a replica that takes the connection and never answers is given up', async () => {
  const silent = await startBareServer(() => undefined);
  const { origin } = await startGateway([silent.origin], {
    timings: { ...QUICK, answerMs: 300 },
  });
  expect(await ask(origin)).toMatchObject({ status: 503, code: 'NOT_READY' });
});

test('a name with several addresses is several replicas, and those that go are not asked', async () => {
  const a = await startService(named('a'));
  let addresses = ['127.0.0.1', '127.0.0.2'];
  const { origin } = await startGateway([`http://market-data:${a.port}`], {
    lookup: async () => addresses,
    timings: { ...QUICK, connectMs: 100 },
  });
  const asked = await ask(origin);
  expect(asked.who).toBe('a');
  addresses = ['127.0.0.2'];
  await until('the address to go', async () => (await ask(origin)).status === 503, 5_000);
});

test('while a name cannot be resolved, the addresses that it had are used', async () => {
  const a = await startService(named('a'));
  let lookups = 0;
  const { origin } = await startGateway([`http://market-data:${a.port}`], {
    lookup: async () => {
      lookups += 1;
      if (lookups > 1) throw new Error('ENOTFOUND');
      return ['127.0.0.1'];
    },
  });
  await until('more look-ups', () => lookups > 3);
  expect((await ask(origin)).who).toBe('a');
});

test('a resolver that hangs does not keep the gateway from starting', async () => {
  const { origin, upstreams } = await startGateway(['http://market-data:8000'], {
    lookup: () => new Promise(() => undefined),
    timings: { ...QUICK, probeMs: 50 },
  });
  expect(upstreams.waitingFor()).toBe('market-data');
  expect((await ask(origin)).status).toBe(503);
});

test('the gateway waits for a replica once, and stays ready when it goes', async () => {
  const { port, app } = await startService(named('a'));
  await app.close();
  const { upstreams, origin } = await startGateway([`http://127.0.0.1:${port}`]);
  expect(upstreams.waitingFor()).toBe('market-data');
  const again = await startService(named('a'), { port });
  await until('it', () => upstreams.waitingFor() === null, 2_000);
  await again.app.close();
  expect((await ask(origin)).status).toBe(503);
  expect(upstreams.waitingFor()).toBeNull();
});

test('a request line with a whole URL is understood', async () => {
  const a = await startService(named('a'));
  const { origin } = await startGateway([a.origin]);
  const { host, port } = new URL(origin);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(
    `GET ${origin}/api/market/who HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
  );
  const [answer] = await once(socket, 'data');
  expect(answer.toString()).toMatch(/^HTTP\/1.1 200/);
});
