import { TestClock } from '@tidemark/clock/test-clock';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { HOLDER_KEPT_MS } from '@tidemark/contracts/credential';
import { makeApiKey } from '@tidemark/service/api-key-form';
import { afterEach, expect, test } from 'vitest';
import { openStream } from './support/stream-client.ts';
import { openDoor, type DoorOptions, type TestDoor } from './support/test-door.ts';
import { stopAll } from './support/two-processes.ts';

afterEach(stopAll);

/** A door in a time that the test moves. */
async function door(options: DoorOptions = {}) {
  const clock = new TestClock(Date.now());
  const opened = await openDoor({ clock, ...options });
  return { ...opened, clock };
}

/** Somebody else's address: what it does costs those here nothing. */
const STRANGER = '192.0.2.7';
const bearer = (token: string) => `Bearer ${token}`;
const ask = ({ app }: Pick<TestDoor, 'app'>, authorization: string, remoteAddress = '127.0.0.1') =>
  app.inject({ url: '/api/who/public', headers: { authorization }, remoteAddress });

test('made-up keys push nothing out of the cache, and are asked about as often as the limit lets through', async () => {
  const clock = new TestClock(Date.now());
  const cache = new MemoryCache({ clock, maxEntries: 100 });
  const opened = await door({ clock, cache, config: { RATE_LIMIT_GENERAL_PER_MIN: 20 } });
  const headers = { authorization: bearer(await opened.users.token(opened.users.signIn())) };
  const url = '/api/stream/ticket';
  const { data } = (await opened.app.inject({ method: 'POST', url, headers })).json<{
    data: { ticket: string };
  }>();
  const before = opened.users.asked.length;
  const statuses: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const shown = Array.from({ length: 30 }, (_, i) => (i % 2 ? makeApiKey() : `tmk_${round}${i}`));
    const answers = await Promise.all(shown.map((key) => ask(opened, bearer(key), STRANGER)));
    statuses.push(...answers.map(({ statusCode }) => statusCode));
  }
  expect(statuses.filter((status) => status === 401)).toHaveLength(20);
  expect(statuses.filter((status) => status === 429)).toHaveLength(160);
  expect(opened.users.asked.length - before).toBeLessThanOrEqual(20);
  expect(await openStream(opened.origin, `/ws/prices?ticket=${data.ticket}`)).toMatchObject({
    status: 101,
  });
});

test('a key that was good goes on, though its address has nothing left', async () => {
  const opened = await door({ config: { RATE_LIMIT_GENERAL_PER_MIN: 5 } });
  const { key } = opened.users.makeKey();
  expect((await ask(opened, bearer(key))).statusCode).toBe(200);
  await Promise.all([1, 2, 3, 4, 5].map(() => ask(opened, bearer(makeApiKey()))));
  expect((await ask(opened, bearer(makeApiKey()))).statusCode).toBe(429);
  expect((await ask(opened, bearer(key))).statusCode).toBe(200);
  await opened.clock.advance(HOLDER_KEPT_MS);
  await Promise.all([1, 2, 3, 4, 5].map(() => ask(opened, bearer(makeApiKey()))));
  expect((await ask(opened, bearer(key))).statusCode).toBe(200);
});
