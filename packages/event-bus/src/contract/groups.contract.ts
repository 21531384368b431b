import { describe, expect, test } from 'vitest';
import type { Message } from '../event-bus.ts';
import {
  eventually,
  items,
  numbers,
  range,
  sorted,
  type BusFixture,
  type Item,
} from './bus-fixture.contract.ts';

export function describeGroups(bus: BusFixture): void {
  describe('groups and broadcasts', () => {
    test('two groups each get every message', async () => {
      const first = await bus.collect({ group: 'first' });
      const second = await bus.collect({ group: 'second' }, bus.under.other);
      await bus.publish(...items(0, 40));
      await eventually(() => expect(sorted(numbers(first.got))).toEqual(range(0, 40)));
      await eventually(() => expect(sorted(numbers(second.got))).toEqual(range(0, 40)));
    });

    test('members of a group share the partitions, each message going to one of them', async () => {
      const first = await bus.collect({ group: 'g' });
      const second = await bus.collect({ group: 'g' }, bus.under.other);
      await bus.publish(...items(0, 200));
      const both = () => [...first.got, ...second.got];
      await eventually(() => expect(both()).toHaveLength(200));
      expect(sorted(numbers(both()))).toEqual(range(0, 200));
      const partitions = (got: Message<Item>[]) => new Set(got.map((m) => m.partition));
      expect([...partitions(first.got)].filter((p) => partitions(second.got).has(p))).toEqual([]);
      expect(second.got.length).toBeGreaterThan(0);
    });

    test('each broadcast subscriber gets every message from now on', async () => {
      await bus.collect({ group: 'keeps the topic alive' });
      await bus.publish(...items(0, 10));
      const first = await bus.collect();
      const second = await bus.collect({}, bus.under.other);
      await bus.publish(...items(10, 30));
      await eventually(() => expect(sorted(numbers(first.got))).toEqual(range(10, 30)));
      await eventually(() => expect(sorted(numbers(second.got))).toEqual(range(10, 30)));
    });

    test('a new group begins with what is published from now on', async () => {
      await bus.publish(...items(0, 10));
      const { got } = await bus.collect({ group: 'late' });
      await bus.publish(...items(10, 20));
      await eventually(() => expect(got.length).toBeGreaterThanOrEqual(10));
      expect(sorted(numbers(got))).toEqual(range(10, 20));
    });

    test('a member is told its partitions before their messages, and told when they go', async () => {
      const log: string[] = [];
      const assigned: number[] = [];
      const revoked: number[] = [];
      const first = await bus.under.bus.subscribe(bus.topic, {
        group: 'g',
        onBatch: () => void log.push('batch'),
        onAssigned: async (partitions) => {
          log.push('assigned');
          assigned.push(...partitions);
        },
        onRevoked: async (partitions) => void revoked.push(...partitions),
      });
      await bus.publish(...items(0, 20));
      await eventually(() => expect(log).toContain('batch'));
      expect(log[0]).toBe('assigned');
      expect(sorted(assigned)).toEqual([0, 1, 2, 3]);

      const second = await bus.collect({ group: 'g' }, bus.under.other);
      await eventually(() => expect(revoked.length).toBeGreaterThan(0));
      await bus.publish(...items(20, 120));
      await eventually(() => expect(second.got.length).toBeGreaterThan(0));
      for (const message of second.got) expect(revoked).toContain(message.partition);
      await first.close();
    });

    test('when a member leaves, the others go on with its partitions', async () => {
      const first = await bus.collect({ group: 'g' });
      const second = await bus.collect({ group: 'g' }, bus.under.other);
      await bus.publish(...items(0, 40));
      await eventually(() => expect(first.got.length + second.got.length).toBe(40));
      await first.subscription.close();
      await bus.publish(...items(40, 80));
      await eventually(() => expect(first.got.length + second.got.length).toBe(80));
      const late = second.got.filter(({ value }) => value.n >= 40);
      expect(sorted(numbers(late))).toEqual(range(40, 80));
    });
  });
}
