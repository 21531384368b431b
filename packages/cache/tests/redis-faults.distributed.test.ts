import { setTimeout as wait } from 'node:timers/promises';
import { startTcpLine } from '@tidemark/testkit/distributed/tcp-line';
import { until } from '@tidemark/testkit/until';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { RedisCache } from '../src/redis-cache.ts';
import { listeningLogger, redisControl, redisUrl, timeOf, useCaches } from './redis-server.ts';

const AWAY_AND_BACK = [
  expect.stringMatching(/^Redis at .* is away$/),
  expect.stringMatching(/^Redis at .* answers again$/),
];

/** All that a cache does while Redis is away: nothing, at once. */
async function expectAbsence(cache: RedisCache): Promise<void> {
  expect(await cache.get('k')).toBeUndefined();
  expect(await cache.getMany(['k', 'l'])).toEqual([undefined, undefined]);
  await cache.set('k', 'dropped', 60_000);
  expect(await cache.setIfNewer('k', 'dropped', 9, 60_000)).toBe(false);
  await cache.delete('k');
  expect(await cache.take('k')).toBeUndefined();
  expect(await cache.deleteAll('k')).toBe(0);
  expect(await cache.takeToken('k', { capacity: 1, perSecond: 1 })).toBeUndefined();
}

const works = (cache: RedisCache) => async () => {
  await cache.set('probe', 1, 60_000);
  return (await cache.get('probe')) === 1;
};

describe.skipIf(redisUrl === undefined)('Redis that goes away', () => {
  const open = useCaches();

  async function behindLine() {
    const line = await startTcpLine(new URL(redisUrl ?? '').host);
    onTestFinished(() => line.close());
    const url = new URL(redisUrl ?? '');
    url.host = `127.0.0.1:${line.port}`;
    const { logger, messages } = listeningLogger();
    return { line, messages, cache: await open({ url: url.href, logger }) };
  }

  test('a cut link costs nobody anything, and works again when it is mended', async () => {
    const { line, cache, messages } = await behindLine();
    await cache.set('k', 'kept', 60_000);
    await line.cut();
    await expect.poll(() => cache.get('k')).toBeUndefined();
    expect(await timeOf(() => expectAbsence(cache))).toBeLessThan(100);
    await expect(cache.ping()).rejects.toThrow(/^Redis at .* does not answer: /);
    expect(await timeOf(() => cache.ping())).toBeLessThan(100);
    await line.mend();
    await until('Redis to be used again', works(cache));
    expect(await cache.get('k')).toBe('kept');
    expect(messages).toEqual(AWAY_AND_BACK);
  });

  test('a link that says nothing delays one round of commands, briefly, and no more after it', async () => {
    const { line, cache, messages } = await behindLine();
    await cache.set('k', 'kept', 60_000);
    line.stall();
    const first = await timeOf(() => Promise.all([cache.get('k'), cache.get('k')]));
    expect(first).toBeGreaterThan(300);
    expect(first).toBeLessThan(600);
    expect(await timeOf(() => expectAbsence(cache))).toBeLessThan(20);
    const from = performance.now();
    for (let i = 0; i < 10_000; i += 1) await cache.get('k');
    expect((performance.now() - from) / 10_000).toBeLessThan(0.05);
    expect(await timeOf(() => cache.ping())).toBeLessThan(2_200);
    await line.mend();
    await until('Redis to be used again', works(cache));
    expect(messages).toEqual(AWAY_AND_BACK);
  });

  test('a link that stays silent is given up and made anew, with nobody asking', async () => {
    const { line, cache, messages } = await behindLine();
    line.stall();
    await until('the link to be given up', () => messages.length > 0, 6_000);
    await expect(cache.ping()).rejects.toThrow();
    await line.mend();
    await until('Redis to be used again', works(cache));
    expect(messages).toEqual(AWAY_AND_BACK);
  });

  test('a cache is opened while Redis is away, and used once it comes', async () => {
    const { line } = await behindLine();
    await line.cut();
    const cache = await open({ url: `redis://127.0.0.1:${line.port}` });
    await expectAbsence(cache);
    await line.mend();
    await until('Redis to be used', works(cache));
  });

  test('closing takes a moment only, though Redis is silent, and then nothing is asked of it', async () => {
    const { line, cache } = await behindLine();
    line.stall();
    const pending = cache.get('k');
    expect(await timeOf(() => cache.close())).toBeLessThan(1_500);
    expect(await pending).toBeUndefined();
    await expectAbsence(cache);
    await expect(cache.ping()).rejects.toThrow('closed');
    await cache.close();
  });

  test.skipIf(redisControl === undefined)(
    'kill -9 and a start: absent meanwhile, used again without help, nothing older wins',
    async () => {
      const { logger, messages } = listeningLogger();
      const cache = await open({ logger });
      await cache.setIfNewer('k', 'two', 2, 60_000);
      const outcomes: boolean[] = [];
      const over = new AbortController();
      const busy = (async () => {
        while (!over.signal.aborted) {
          outcomes.push((await cache.get('probe')) !== undefined);
          await wait(1);
        }
      })();
      await redisControl?.kill('redis');
      await until('Redis to be away', () =>
        cache.ping().then(
          () => false,
          () => true,
        ),
      );
      await expectAbsence(cache);
      await wait(500);
      await redisControl?.start('redis');
      await until('Redis to be used again', works(cache));
      over.abort();
      await busy;
      const older = await cache.setIfNewer('k', 'one', 1, 60_000);
      expect(await cache.get('k')).toBe(older ? 'one' : 'two');
      expect(await cache.setIfNewer('k', 'three', 3, 60_000)).toBe(true);
      expect(await cache.get('k')).toBe('three');
      expect(messages).toEqual(AWAY_AND_BACK);
    },
    30_000,
  );
});
