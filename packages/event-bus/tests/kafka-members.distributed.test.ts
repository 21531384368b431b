import { Admin } from '@platformatic/kafka';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { EventBus, Message, Subscription } from '../src/event-bus.ts';
import { startConsumer, type ConsumerProcess } from './consumer-process.ts';
import { brokers, kafkaBus, noBroker, testPrefix } from './kafka-under-test.ts';
import { freshTopic, missing, PARTITIONS, startStream } from './stream.ts';

const open: EventBus[] = [];
const consumers: ConsumerProcess[] = [];

function newBus(): EventBus {
  const bus = kafkaBus();
  open.push(bus);
  return bus;
}

async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 60_000, interval: 20 });
}

afterEach(async () => {
  await Promise.all(consumers.splice(0).map((consumer) => consumer.kill()));
  await Promise.all(open.splice(0).map((bus) => bus.close()));
});

describe.skipIf(noBroker)('members of a group', { timeout: 120_000 }, () => {
  test('a process that is killed: the others have its partitions within the session’s time', async () => {
    const topic = freshTopic();
    const got: Message<number>[] = [];
    const assigned = new Set<number>();
    await newBus().subscribe(topic, {
      group: 'g',
      onBatch: (messages) => void got.push(...messages),
      onAssigned: async (partitions) => partitions.forEach((partition) => assigned.add(partition)),
      onRevoked: async (partitions) =>
        partitions.forEach((partition) => assigned.delete(partition)),
    });
    const other = await startConsumer(topic);
    consumers.push(other);
    await eventually(() => expect(assigned.size).toBe(PARTITIONS / 2));
    const stream = startStream(newBus(), topic);
    await eventually(() => expect(other.got.length).toBeGreaterThan(100));

    await other.kill();
    const from = performance.now();
    await eventually(() => expect(assigned.size).toBe(PARTITIONS));
    const took = performance.now() - from;
    const acknowledged = await stream.stop();
    const taken = new Set(other.got);
    await eventually(() =>
      expect(missing(acknowledged, got).filter((n) => !taken.has(n))).toEqual([]),
    );
    process.stdout.write(`takeover after kill -9: ${Math.round(took)} ms\n`);
    expect(took).toBeLessThan(20_000);
  });

  test('a group whose first member dies before its first commit reads all from when it subscribed', async () => {
    const topic = freshTopic();
    const bus = newBus();
    await bus.publish(topic, [{ key: 'before', value: -1 }]);
    const first = await startConsumer(topic, 'manual');
    consumers.push(first);
    const values = Array.from({ length: 50 }, (_, n) => n);
    await bus.publish(
      topic,
      values.map((value) => ({ key: `key-${value}`, value })),
    );
    await eventually(() => expect(first.got).toHaveLength(50));
    await first.kill();
    const got: number[] = [];
    await bus.subscribe(topic, {
      group: 'g',
      onBatch: (messages) => void got.push(...messages.map(({ value }) => value)),
    });
    await eventually(() => expect([...got].sort((a, b) => a - b)).toEqual(values));
  });

  test('partitions are handed back, with what is done committed, before another member has them', async () => {
    const topic = freshTopic();
    const holders = new Map<number, string>();
    const clashes: string[] = [];
    const handled: string[] = [];
    const join = async (name: string, bus: EventBus): Promise<Subscription> => {
      const done = new Map<number, number>();
      const subscription: Subscription = await bus.subscribe(topic, {
        group: 'g',
        commit: 'manual',
        onBatch: async (messages) => {
          for (const { partition, offset } of messages) {
            if (holders.get(partition) !== name) clashes.push(`${name} read ${partition}`);
            handled.push(`${partition}:${offset}`);
            done.set(partition, offset + 1);
          }
          await wait(20);
        },
        onAssigned: async (partitions) => {
          for (const partition of partitions) {
            if (holders.has(partition)) clashes.push(`${name} was given ${partition}`);
            holders.set(partition, name);
          }
        },
        onRevoked: async (partitions) => {
          await wait(50);
          await subscription.commit(
            partitions.map((partition) => ({ partition, offset: done.get(partition) ?? 0 })),
          );
          for (const partition of partitions) holders.delete(partition);
        },
      });
      return subscription;
    };
    const first = await join('first', newBus());
    const stream = startStream(newBus(), topic);
    await eventually(() => expect(handled.length).toBeGreaterThan(50));
    const second = await join('second', newBus());
    const third = await join('third', newBus());
    await wait(500);
    await first.close();
    await wait(2_500);
    await third.close();
    const acknowledged = await stream.stop();
    await eventually(() => expect(new Set(handled).size).toBe(acknowledged.length));
    expect(clashes).toEqual([]);
    expect(handled).toHaveLength(acknowledged.length);
    await second.close();
  });

  test('a broadcast leaves no group and no offsets at the broker', async () => {
    const topic = freshTopic('broadcast');
    const bus = newBus();
    const got: number[] = [];
    await bus.subscribe(topic, { onBatch: (messages) => void got.push(messages.length) });
    await bus.publish(topic, [{ key: 'k', value: 1 }]);
    await eventually(() => expect(got).toHaveLength(1));
    const admin = new Admin({ clientId: 'test', bootstrapBrokers: brokers });
    const groups = await admin.listGroups({ types: [] });
    await admin.close();
    const ours = [...groups.keys()].filter((id) => id.startsWith(testPrefix));
    expect(ours.filter((id) => id.includes(topic.name))).toEqual([]);
  });
});
