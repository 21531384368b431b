import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { EventBus, Message, SubscribeOptions } from '../src/event-bus.ts';
import { kafkaFolder, killKafka, startKafka } from './kafka-engine.ts';
import { kafkaBus } from './kafka-under-test.ts';
import { freshTopic, gaps, missing, startStream, type NumberTopic } from './stream.ts';

const open: EventBus[] = [];

function newBus(options: Parameters<typeof kafkaBus>[0] = {}): EventBus {
  const bus = kafkaBus(options);
  open.push(bus);
  return bus;
}

async function collect(
  bus: EventBus,
  topic: NumberTopic,
  options: Partial<SubscribeOptions<number>> = {},
): Promise<Message<number>[]> {
  const got: Message<number>[] = [];
  await bus.subscribe(topic, { onBatch: (messages) => void got.push(...messages), ...options });
  return got;
}

async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 60_000, interval: 50 });
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((bus) => bus.close()));
});

describe.skipIf(kafkaFolder === undefined)('a broker that dies', { timeout: 180_000 }, () => {
  const folder = kafkaFolder ?? '';

  test.each([
    ['and is back before sessions end', 1_000],
    ['and stays away until sessions have ended', 12_000],
  ])('%s loses nothing that it acknowledged', async (_name, away) => {
    const topic = freshTopic();
    const log: string[] = [];
    const grouped = await collect(newBus(), topic, {
      group: 'g',
      onAssigned: async () => void log.push('assigned'),
      onRevoked: async () => void log.push('revoked'),
    });
    const broadcast = await collect(newBus(), topic);
    const stream = startStream(newBus({ publishTimeoutMs: 150_000 }), topic);
    await eventually(() => expect(grouped.length).toBeGreaterThan(200));

    await killKafka(folder);
    await wait(away);
    await startKafka(folder);
    const before = stream.acknowledged.length;
    await eventually(() => expect(stream.acknowledged.length).toBeGreaterThan(before + 500));

    const acknowledged = await stream.stop();
    expect(stream.refused).toEqual([]);
    await eventually(() => expect(missing(acknowledged, grouped)).toEqual([]));
    await eventually(() => expect(missing(acknowledged, broadcast)).toEqual([]));
    expect(gaps(broadcast)).toEqual([]);
    if (away > 10_000) expect(log.slice(0, 3)).toEqual(['assigned', 'revoked', 'assigned']);
  });

  test('is waited for by who subscribes meanwhile, and refuses publishers once their time is up', async () => {
    const topic = freshTopic();
    await killKafka(folder);
    const bus = newBus({ publishTimeoutMs: 2_000 });
    const subscribed = collect(bus, topic, { group: 'g' });
    const from = performance.now();
    await expect(bus.ping()).rejects.toThrow();
    expect(performance.now() - from).toBeLessThan(2_500);
    await expect(bus.publish(topic, [{ key: 'k', value: 1 }])).rejects.toThrow('did not take');
    expect(performance.now() - from).toBeLessThan(8_000);
    await startKafka(folder);
    const got = await subscribed;
    await bus.publish(topic, [{ key: 'k', value: 2 }]);
    await eventually(() => expect(got.map(({ value }) => value)).toEqual([2]));
    await bus.ping();
  });

  test('does not hold up who closes', async () => {
    const bus = newBus({ publishTimeoutMs: 2_000 });
    const topic = freshTopic();
    const got = await collect(bus, topic, { group: 'g' });
    await bus.publish(topic, [{ key: 'k', value: 1 }]);
    await eventually(() => expect(got).toHaveLength(1));
    await killKafka(folder);
    const from = performance.now();
    try {
      await bus.close();
      expect(performance.now() - from).toBeLessThan(15_000);
    } finally {
      await startKafka(folder);
    }
  });
});
