import { describe, expect, test } from 'vitest';
import type { Message } from '../event-bus.ts';
import {
  eventually,
  item,
  items,
  numbers,
  range,
  type BusFixture,
  type Item,
} from './bus-fixture.contract.ts';

export function describeDelivery(bus: BusFixture): void {
  describe('order and delivery', () => {
    test('every message arrives once, those of one key in their order', async () => {
      const { got } = await bus.collect({ group: 'g' });
      for (let i = 0; i < 200; i += 20) await bus.publish(...items(i, i + 20));
      await eventually(() => expect(got).toHaveLength(200));
      for (let key = 0; key < 10; key += 1) {
        const own = numbers(got.filter((message) => message.key === `key-${key}`));
        expect(own).toEqual(range(0, 20).map((i) => i * 10 + key));
      }
    });

    test('a message knows its partition, and offsets grow by one', async () => {
      const { got } = await bus.collect({ group: 'g' });
      await bus.publish(...items(0, 100));
      await eventually(() => expect(got).toHaveLength(100));
      for (const message of got) {
        expect(message.partition).toBe(bus.under.bus.partitionFor(bus.topic, message.key));
      }
      for (let partition = 0; partition < bus.topic.partitions; partition += 1) {
        const offsets = got.filter((m) => m.partition === partition).map((m) => m.offset);
        const first = offsets[0] ?? 0;
        expect(offsets).toEqual(range(first, first + offsets.length));
      }
    });

    test('a batch is not larger than asked for, and one comes at a time', async () => {
      const sizes: number[] = [];
      let open = 0;
      let together = 0;
      const onBatch = async (messages: Message<Item>[]) => {
        sizes.push(messages.length);
        open += 1;
        together = Math.max(together, open);
        await new Promise((resolve) => setImmediate(resolve));
        open -= 1;
      };
      await bus.under.bus.subscribe(bus.topic, { group: 'g', maxBatch: 7, onBatch });
      await bus.publish(...items(0, 50));
      await eventually(() => expect(sizes.reduce((a, b) => a + b, 0)).toBe(50));
      expect(Math.max(...sizes)).toBeLessThanOrEqual(7);
      expect(together).toBe(1);
    });

    test('publisher, bus and subscribers share no object', async () => {
      const first = await bus.collect({ group: 'first' });
      const second = await bus.collect({ group: 'second' });
      const message = item(1);
      const published = bus.publish(message);
      message.value.n = 99;
      message.value.tags.push('changed later');
      await published;
      await eventually(() => expect(first.got).toHaveLength(1));
      first.got[0]!.value.tags.push('changed by a reader');
      await eventually(() => expect(second.got).toHaveLength(1));
      expect(second.got[0]!.value).toEqual({ n: 1, tags: [] });
    });

    test('a value that does not fit is a TypeError, and nothing of the call is published', async () => {
      const { got } = await bus.collect({ group: 'g' });
      const bad = { key: 'k', value: { n: 'one' } } as never;
      await expect(bus.under.bus.publish(bus.topic, [item(1, 'k'), bad])).rejects.toThrow(
        TypeError,
      );
      await bus.publish(item(2, 'k'));
      await eventually(() => expect(got).not.toHaveLength(0));
      expect(numbers(got)).toEqual([2]);
    });
  });
}
