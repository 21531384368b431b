import { describe, expect, test, vi } from 'vitest';
import type { Message, Subscription } from '../event-bus.ts';
import {
  eventually,
  item,
  items,
  numbers,
  range,
  sorted,
  type BusFixture,
  type Item,
} from './bus-fixture.contract.ts';

export function describeCommits(bus: BusFixture): void {
  describe('commits', () => {
    test('a group whose member left goes on from its commit', async () => {
      const first = await bus.collect({ group: 'g' });
      await bus.publish(...items(0, 20));
      await eventually(() => expect(first.got).toHaveLength(20));
      await first.subscription.close();
      await bus.publish(...items(20, 40));
      const second = await bus.collect({ group: 'g' });
      await eventually(() => expect(second.got.length).toBeGreaterThanOrEqual(20));
      expect(sorted(numbers(second.got))).toEqual(range(20, 40));
    });

    test('a rejected batch comes again after a pause, and nothing overtakes it', async () => {
      const taken: number[] = [];
      let attempts = 0;
      await bus.under.bus.subscribe(bus.topic, {
        group: 'g',
        onBatch: async (messages) => {
          attempts += 1;
          if (attempts <= 2) throw new Error('the store is away');
          taken.push(...numbers(messages));
        },
      });
      await bus.publish(...items(0, 5, 'k'));
      await eventually(() => expect(attempts).toBe(1));
      await bus.publish(...items(5, 10, 'k'));
      await vi.waitFor(
        async () => {
          await bus.under.advance(500);
          expect(taken).toHaveLength(10);
        },
        { timeout: 10_000 },
      );
      expect(taken).toEqual(range(0, 10));
      expect(attempts).toBeGreaterThanOrEqual(3);
    });

    test('a batch that was changed by its handler comes again as it was published', async () => {
      const seen: Item[] = [];
      await bus.under.bus.subscribe(bus.topic, {
        group: 'g',
        onBatch: async (messages) => {
          seen.push(structuredClone(messages[0]!.value));
          messages[0]!.value.n = -1;
          if (seen.length === 1) throw new Error('again');
        },
      });
      await bus.publish(item(7));
      await vi.waitFor(
        async () => {
          await bus.under.advance(500);
          expect(seen).toHaveLength(2);
        },
        { timeout: 10_000 },
      );
      expect(seen).toEqual([
        { n: 7, tags: [] },
        { n: 7, tags: [] },
      ]);
    });

    test('with manual commits, what was not committed comes again after a restart', async () => {
      const first = await bus.collect({ group: 'g', commit: 'manual' });
      await bus.publish(...items(0, 10, 'k'));
      await eventually(() => expect(first.got).toHaveLength(10));
      const fourth = first.got[3]!;
      const position = { partition: fourth.partition, offset: fourth.offset + 1 };
      await first.subscription.commit([position]);
      await first.subscription.close();
      const second = await bus.collect({ group: 'g', commit: 'manual' });
      await eventually(() => expect(numbers(second.got)).toEqual(range(4, 10)));
    });

    test('an older commit changes nothing', async () => {
      const first = await bus.collect({ group: 'g', commit: 'manual' });
      await bus.publish(...items(0, 10, 'k'));
      await eventually(() => expect(first.got).toHaveLength(10));
      const at = (i: number) => ({
        partition: first.got[i]!.partition,
        offset: first.got[i]!.offset + 1,
      });
      await first.subscription.commit([at(7)]);
      await first.subscription.commit([at(2)]);
      await first.subscription.close();
      const second = await bus.collect({ group: 'g', commit: 'manual' });
      await eventually(() => expect(numbers(second.got)).toEqual([8, 9]));
    });

    test('what is committed while partitions are handed back does not come again', async () => {
      const got: Message<Item>[] = [];
      const subscription: { current?: Subscription } = {};
      subscription.current = await bus.under.bus.subscribe(bus.topic, {
        group: 'g',
        commit: 'manual',
        onBatch: (messages) => void got.push(...messages),
        onRevoked: async () => {
          const positions = got.map(({ partition, offset }) => ({
            partition,
            offset: offset + 1,
          }));
          await subscription.current?.commit(positions);
        },
      });
      await bus.publish(...items(0, 40));
      await eventually(() => expect(got).toHaveLength(40));
      const second = await bus.collect({ group: 'g', commit: 'manual' }, bus.under.other);
      await bus.publish(...items(40, 80));
      await eventually(() => expect(got.length + second.got.length).toBeGreaterThanOrEqual(80));
      expect(numbers(second.got).filter((n) => n < 40)).toEqual([]);
    });

    test('closing waits for the batch in hand', async () => {
      const gate = Promise.withResolvers<undefined>();
      let finished = false;
      let begun = false;
      const subscription = await bus.under.bus.subscribe(bus.topic, {
        group: 'g',
        onBatch: async () => {
          begun = true;
          await gate.promise;
          finished = true;
        },
      });
      await bus.publish(item(1));
      await eventually(() => expect(begun).toBe(true));
      const closed = subscription.close().then(() => finished);
      gate.resolve(undefined);
      expect(await closed).toBe(true);
    });
  });
}
