import { setTimeout as wait } from 'node:timers/promises';
import Type from 'typebox';
import type { EventBus, Message } from '../src/event-bus.ts';

export const PARTITIONS = 6;

let topics = 0;

/** A topic that nobody has used, of whole numbers. */
export function freshTopic(name = 'stream') {
  const unique = `${name}-${Date.now()}-${++topics}`;
  return { name: unique, partitions: PARTITIONS, schema: Type.Integer() };
}

export type NumberTopic = ReturnType<typeof freshTopic>;

/** Publishes 0, 1, 2… in small batches until stopped, and keeps what the broker acknowledged. */
export function startStream(bus: EventBus, topic: NumberTopic) {
  const acknowledged: number[] = [];
  const refused: number[] = [];
  let running = true;
  const publishAll = async (): Promise<void> => {
    for (let n = 0; running; n += 5) {
      const values = [n, n + 1, n + 2, n + 3, n + 4];
      const messages = values.map((value) => ({ key: `key-${value % 20}`, value }));
      await bus.publish(topic, messages).then(
        () => acknowledged.push(...values),
        () => refused.push(...values),
      );
      await wait(5);
    }
  };
  const done = publishAll();
  const stop = async (): Promise<number[]> => {
    running = false;
    await done;
    return acknowledged;
  };
  return { acknowledged, refused, stop };
}

/** Those of `expected` that are not among the messages. */
export function missing(expected: readonly number[], got: readonly Message<number>[]): number[] {
  const values = new Set(got.map(({ value }) => value));
  return expected.filter((n) => !values.has(n));
}

/** The offsets that a reader got twice or not, between its first and its last of each partition. */
export function gaps(got: readonly Message<number>[]): string[] {
  const next = new Map<number, number>();
  return got.flatMap(({ partition, offset }) => {
    const expected = next.get(partition) ?? offset;
    next.set(partition, offset + 1);
    return offset === expected ? [] : [`${partition}: ${offset} after ${expected - 1}`];
  });
}
