import { describe, expect, test } from 'vitest';
import { deadLetterTopic, type DeadLetter } from '../dead-letter.ts';
import {
  eventually,
  item,
  items,
  numbers,
  range,
  sorted,
  type BusFixture,
} from './bus-fixture.contract.ts';

export function describeLimits(bus: BusFixture): void {
  describe('limits', () => {
    test('goes to the dead letters, and the others are delivered', async () => {
      const letters: DeadLetter[] = [];
      await bus.under.bus.subscribe(deadLetterTopic(bus.topic), {
        onBatch: (messages) => void letters.push(...messages.map(({ value }) => value)),
      });
      const { got } = await bus.collect({ group: 'g' });
      await bus.under.bus.publish(bus.loose, [
        item(1, 'k'),
        { key: 'k', value: { n: 'two' } },
        item(3, 'k'),
      ]);
      await eventually(() => expect(numbers(got)).toEqual([1, 3]));
      await eventually(() => expect(letters).toHaveLength(1));
      expect(letters[0]).toMatchObject({
        topic: bus.topic.name,
        key: 'k',
        value: '{"n":"two"}',
        partition: got[0]!.partition,
        offset: got[0]!.offset + 1,
      });
      expect(letters[0]!.reason).not.toBe('');
    });

    test('a run of nothing else is passed over, and does not come again', async () => {
      const first = await bus.collect({ group: 'g', commit: 'manual' });
      await bus.under.bus.publish(bus.loose, [
        { key: 'k', value: 1 },
        { key: 'k', value: 2 },
      ]);
      await bus.publish(item(3, 'k'));
      await eventually(() => expect(numbers(first.got)).toEqual([3]));
    });

    test('closing hands over what was published before, or leaves it to the group’s next member', async () => {
      const { maxBuffered } = bus.under;
      const { got } = await bus.collect({ group: 'g', maxBatch: 10 });
      await bus.publish(...items(0, 100));
      await bus.under.bus.close();
      await expect(bus.publish(item(1))).rejects.toThrow();
      // A broker's disk keeps what was not read; without one, everything is read before the bus is closed.
      const later =
        maxBuffered === undefined
          ? await bus.collect({ group: 'g' }, bus.under.other)
          : { got: [] };
      await eventually(() =>
        expect(sorted([...numbers(got), ...numbers(later.got)])).toEqual(range(0, 100)),
      );
    });

    test('a publisher waits while a reader is slow, and goes on when it is not', async (context) => {
      const { maxBuffered } = bus.under;
      if (maxBuffered === undefined) return context.skip('the bound is the broker’s disk');
      const gate = Promise.withResolvers<undefined>();
      const got: number[] = [];
      await bus.under.bus.subscribe(bus.topic, {
        group: 'g',
        onBatch: async (messages) => {
          await gate.promise;
          got.push(...numbers(messages));
        },
      });
      await bus.publish(...items(0, maxBuffered, 'k'));
      let went = false;
      const waiting = Promise.all([
        bus.publish(item(maxBuffered, 'k')).then(() => (went = true)),
        bus.publish(item(maxBuffered + 1, 'k')),
      ]);
      await bus.under.advance(100);
      expect(went).toBe(false);
      gate.resolve(undefined);
      await waiting;
      await eventually(() => expect(got).toEqual(range(0, maxBuffered + 2)));
    });
  });
}
