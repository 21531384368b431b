import { TestClock } from '@tidemark/clock/test-clock';
import Type from 'typebox';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deadLetterTopic } from './dead-letter.ts';
import { describeEventBus } from './event-bus.contract.ts';
import { MemoryEventBus } from './memory-event-bus.ts';

describeEventBus('memory event bus', async () => {
  const clock = new TestClock();
  const maxBuffered = 1_000;
  const bus = new MemoryEventBus({ clock, maxBuffered });
  return { bus, other: bus, advance: (ms) => clock.advance(ms), maxBuffered };
});

const TOPIC = { name: 'numbers', partitions: 1, schema: Type.Integer() };
const LOOSE = { ...TOPIC, schema: Type.Unknown() };
const messages = (...values: number[]) => values.map((value) => ({ key: 'k', value }));
const never = () => new Promise<void>(() => {});

describe('memory event bus', () => {
  const logger = { warn: vi.fn(), error: vi.fn() };
  let clock: TestClock;
  let bus: MemoryEventBus;
  beforeEach(() => {
    vi.resetAllMocks();
    clock = new TestClock();
    bus = new MemoryEventBus({ clock, logger, maxBuffered: 10 });
  });

  async function fill(topic = TOPIC): Promise<boolean> {
    await bus.publish(topic, messages(...Array.from({ length: 10 }, (_, i) => i)));
    let went = false;
    void bus.publish(topic, messages(10)).then(() => (went = true));
    await clock.advance(0);
    return went;
  }

  test('the lag of a group is what it has not committed', async () => {
    const commits = { commit: 'manual', group: 'g', onBatch: () => {} } as const;
    const subscription = await bus.subscribe(TOPIC, commits);
    await bus.publish(TOPIC, messages(1, 2, 3));
    await clock.advance(0);
    expect(bus.lag(TOPIC, 'g')).toBe(3);
    await subscription.commit([{ partition: 0, offset: 2 }]);
    await subscription.commit([{ partition: 0, offset: 1 }]);
    expect(bus.lag(TOPIC, 'g')).toBe(1);
    expect(bus.counts(TOPIC).kept).toBe(1);
    expect(bus.lag(TOPIC, 'nobody')).toBe(0);
  });

  test('a topic that nobody reads keeps nothing and never makes a publisher wait', async () => {
    expect(await fill()).toBe(true);
    const got: number[] = [];
    await bus.subscribe(TOPIC, {
      group: 'g',
      onBatch: (batch) => void got.push(...batch.map(({ offset }) => offset)),
    });
    await bus.publish(TOPIC, messages(11));
    await clock.advance(0);
    expect(got).toEqual([11]);
  });

  test('a group without members keeps the latest and never makes a publisher wait', async () => {
    const member = await bus.subscribe(TOPIC, { group: 'g', onBatch: () => {} });
    await member.close();
    expect(await fill()).toBe(true);
    expect(bus.counts(TOPIC).dropped).toBe(1);
    const got: number[] = [];
    await bus.subscribe(TOPIC, {
      group: 'g',
      onBatch: (batch) => void got.push(...batch.map(({ value }) => value)),
    });
    await clock.advance(0);
    expect(got).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('a broadcast that hangs makes publishers wait a while and not for ever', async () => {
    await bus.subscribe(TOPIC, { onBatch: never });
    let went = false;
    await bus.publish(TOPIC, messages(...Array.from({ length: 10 }, (_, i) => i)));
    void bus.publish(TOPIC, messages(10)).then(() => (went = true));
    await clock.advance(4_000);
    expect(went).toBe(false);
    await clock.advance(1_000);
    expect(went).toBe(true);
    expect(logger.warn).toHaveBeenCalledWith(
      { topic: 'numbers', groups: ['broadcast 1'] },
      expect.any(String),
    );
  });

  test('a group that hangs makes publishers wait, and is named', async () => {
    await bus.subscribe(TOPIC, { group: 'slow', onBatch: never });
    expect(await fill()).toBe(false);
    await clock.advance(60_000);
    expect(logger.warn).toHaveBeenCalledWith(
      { topic: 'numbers', groups: ['slow'] },
      expect.any(String),
    );
  });

  test('what is read and not committed leaves publishers room ten times the bound', async () => {
    await bus.subscribe(TOPIC, { group: 'g', commit: 'manual', onBatch: () => {} });
    let published = 0;
    for (let i = 0; i < 150; i += 1) {
      void bus.publish(TOPIC, messages(i)).then(() => (published += 1));
      await clock.advance(0);
    }
    expect(published).toBe(100);
  });

  test('publishers keep their order, also where a later one would find room', async () => {
    const topic = { ...TOPIC, name: 'wide', partitions: 4 };
    const [full, free] = ['a', 'b', 'c', 'd', 'e'].filter(
      (key, i, all) =>
        i === all.findIndex((o) => bus.partitionFor(topic, o) === bus.partitionFor(topic, key)),
    );
    const gate = Promise.withResolvers<undefined>();
    const got: number[] = [];
    await bus.subscribe(topic, {
      group: 'g',
      onBatch: async (batch) => {
        await gate.promise;
        got.push(...batch.filter(({ key }) => key === free).map(({ value }) => value));
      },
    });
    const message = (key: string | undefined, value: number) => ({ key: key!, value });
    await bus.publish(
      topic,
      Array.from({ length: 10 }, (_, i) => message(full, i)),
    );
    const both = [
      bus.publish(topic, [message(full, 10), message(free, 1)]),
      bus.publish(topic, [message(free, 2)]),
    ];
    gate.resolve(undefined);
    await Promise.all(both);
    await bus.close();
    expect(got).toEqual([1, 2]);
  });

  test('for a broadcast that closed nothing is kept', async () => {
    const gate = Promise.withResolvers<undefined>();
    const slow = await bus.subscribe(TOPIC, { onBatch: () => gate.promise as Promise<never> });
    await bus.subscribe(TOPIC, { group: 'quick', onBatch: () => {} });
    await bus.publish(TOPIC, messages(1));
    await clock.advance(0);
    expect(bus.counts(TOPIC).kept).toBe(1);
    const closed = slow.close();
    gate.resolve(undefined);
    await closed;
    await bus.publish(TOPIC, messages(2));
    await clock.advance(0);
    expect(bus.counts(TOPIC).kept).toBe(0);
  });

  test('with manual commits, a run of what does not fit leaves no lag behind', async () => {
    await bus.subscribe(TOPIC, { group: 'g', commit: 'manual', onBatch: () => {} });
    await bus.publish(LOOSE, [
      { key: 'k', value: 'one' },
      { key: 'k', value: 'two' },
    ]);
    await clock.advance(0);
    expect(bus.lag(TOPIC, 'g')).toBe(0);
  });

  test('a failing reader holds up only its own group', async () => {
    const got: number[] = [];
    await bus.subscribe(TOPIC, { group: 'bad', onBatch: () => Promise.reject(new Error('no')) });
    await bus.subscribe(TOPIC, {
      group: 'good',
      onBatch: (batch) => void got.push(...batch.map(({ value }) => value)),
    });
    await bus.publish(TOPIC, messages(1, 2));
    await clock.advance(60_000);
    expect(got).toEqual([1, 2]);
    expect(bus.lag(TOPIC, 'bad')).toBe(2);
  });

  test('a member that fails can be closed during its pause', async () => {
    const subscription = await bus.subscribe(TOPIC, {
      group: 'g',
      onBatch: () => Promise.reject(new Error('no')),
    });
    await bus.publish(TOPIC, messages(1));
    await clock.advance(0);
    await subscription.close();
    expect(clock.pending).toBe(0);
    expect(bus.lag(TOPIC, 'g')).toBe(1);
  });

  test('each reason of dead letters is logged once', async () => {
    let letters = 0;
    await bus.subscribe(deadLetterTopic(TOPIC), {
      onBatch: (batch) => void (letters += batch.length),
    });
    await bus.subscribe(TOPIC, { group: 'g', onBatch: () => {} });
    for (let i = 0; i < 150; i += 1) {
      await bus.publish(LOOSE, [{ key: 'k', value: `text ${i}` }]);
      await clock.advance(0);
    }
    await vi.waitFor(() => expect(letters).toBe(150));
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  test('a busy partition does not starve the others', async () => {
    const topic = { ...TOPIC, name: 'wide', partitions: 4 };
    const seen = new Set<number>();
    await bus.subscribe(topic, {
      group: 'g',
      maxBatch: 2,
      onBatch: async (batch) => {
        for (const { partition } of batch) seen.add(partition);
        await bus.publish(
          topic,
          batch.map(({ key }) => ({ key, value: 0 })),
        );
      },
    });
    const keys = [0, 1, 2, 3].map((partition) =>
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].find(
        (key) => bus.partitionFor(topic, key) === partition,
      )!,
    );
    await bus.publish(
      topic,
      keys.flatMap((key) => [
        { key, value: 1 },
        { key, value: 2 },
      ]),
    );
    await vi.waitFor(() => expect(seen.size).toBe(4));
    void bus.close();
  });
});
