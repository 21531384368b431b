import { randomUUID } from 'node:crypto';
import { RedisCache } from '@tidemark/cache/redis-cache';
import { systemClock } from '@tidemark/clock/system-clock';
import { startTcpLine } from '@tidemark/testkit/distributed/tcp-line';
import { until } from '@tidemark/testkit/until';
import { afterEach, describe, expect, test } from 'vitest';
import { opened, openStream } from './support/stream-client.ts';
import { openDoor } from './support/test-door.ts';
import { TestPortfolios } from './support/test-portfolios.ts';
import { TestUsers } from './support/test-users.ts';
import { afterwards, stopAll } from './support/two-processes.ts';

afterEach(stopAll);

const redisUrl = process.env['REDIS_URL'];
if (redisUrl === undefined) {
  process.stderr.write('skipped: no REDIS_URL; dev/with-infra.sh <command> starts Redis\n');
}

/** Two gateways and users, each with a connection of its own to one Redis, in a part of it that no other test has. */
async function twoGateways(url = redisUrl ?? '') {
  const prefix = `test-${randomUUID()}:`;
  const connectRedis = async () => {
    const cache = new RedisCache({ url, prefix });
    afterwards(() => cache.close());
    await until('Redis', () => cache.ping().then(() => true));
    return cache;
  };
  const users = new TestUsers(systemClock, await connectRedis());
  await users.rotate();
  const portfolios = new TestPortfolios();
  const open = async () =>
    openDoor({ users, cache: await connectRedis(), routes: (app) => portfolios.mount(app) });
  const doors = [await open(), await open()] as const;
  const owner = users.signIn();
  portfolios.owners.set('p1', owner.user_id);
  return { users, doors, owner, token: await users.token(owner) };
}

describe.skipIf(redisUrl === undefined)('credentials at gateways that share Redis', () => {
  test('requests of a session that has ended are refused at once by both gateways', async () => {
    const { users, doors, owner, token } = await twoGateways();
    const statuses = () =>
      Promise.all(
        doors.map(async ({ origin }) => {
          const headers = { authorization: `Bearer ${token}` };
          return (await fetch(`${origin}/api/who/user`, { headers })).status;
        }),
      );
    expect(await statuses()).toEqual([200, 200]);
    expect(users.asked.length).toBeLessThanOrEqual(2);
    await users.endSession(owner);
    expect(await statuses()).toEqual([401, 401]);
  });

  test('streams of a session that has ended are closed within a second by both gateways', async () => {
    const { users, doors, owner, token } = await twoGateways();
    const headers = { authorization: `Bearer ${token}` };
    const streams = await Promise.all(
      doors.map(({ origin }) => opened(origin, '/ws/portfolio/p1', { headers })),
    );
    const from = performance.now();
    await users.endSession(owner);
    expect(await Promise.all(streams.map(({ closed }) => closed))).toEqual([4401, 4401]);
    expect(performance.now() - from).toBeLessThan(1_000);
  });

  test('a ticket of one gateway opens one WebSocket at either', async () => {
    const { doors, token } = await twoGateways();
    for (let round = 0; round < 5; round += 1) {
      const issued = await fetch(`${doors[0].origin}/api/stream/ticket`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      });
      const { data } = (await issued.json()) as { data: { ticket: string } };
      const path = `/ws/portfolio/p1?ticket=${data.ticket}`;
      const both = await Promise.all(doors.map(({ origin }) => openStream(origin, path)));
      expect(both.map(({ status }) => status).sort()).toEqual([101, 401]);
      for (const each of both) if ('ws' in each) each.ws.terminate();
    }
  });

  test('an answer that was on its way when the session ended does not stand over its end', async () => {
    const { users, doors, owner, token } = await twoGateways();
    const headers = { authorization: `Bearer ${token}` };
    users.pause = () => users.endSession(owner);
    expect((await fetch(`${doors[0].origin}/api/who/user`, { headers })).status).toBe(401);
    users.pause = async () => undefined;
    expect((await fetch(`${doors[1].origin}/api/who/user`, { headers })).status).toBe(401);
  });

  test('with Redis cut off sessions are asked about, and an end holds', async () => {
    const line = await startTcpLine(new URL(redisUrl ?? '').host);
    afterwards(() => line.close());
    const url = new URL(redisUrl ?? '');
    url.host = `127.0.0.1:${line.port}`;
    const { users, doors, owner, token } = await twoGateways(url.href);
    const headers = { authorization: `Bearer ${token}` };
    const stream = await opened(doors[0].origin, '/ws/portfolio/p1', { headers });
    await line.cut();
    const statusOf = async () =>
      (await fetch(`${doors[1].origin}/api/who/user`, { headers })).status;
    expect(await statusOf()).toBe(200);
    await users.endSession(owner);
    expect(await statusOf()).toBe(401);
    expect(await stream.closed).toBe(4401);
  });
});
