import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SendQueue, type OutgoingRecord } from './send-queue.ts';

const record = (n: number, bytes = 1): OutgoingRecord => ({
  key: Buffer.from(String(n)),
  value: Buffer.alloc(bytes),
  partition: 0,
});
const numbers = (records: readonly OutgoingRecord[]) => records.map(({ key }) => Number(key));
const WIDE = { records: 1_000, bytes: 1_000_000 };

test('records go in the order of their publishers, each once, whatever the limits', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 });
  const limits = fc.record({
    records: fc.integer({ min: 1, max: 7 }),
    bytes: fc.integer({ min: 1, max: 200 }),
  });
  await fc.assert(
    fc.asyncProperty(sizes, limits, async (publishers, limit) => {
      const queue = new SendQueue();
      let next = 0;
      const published = publishers.map((size) =>
        queue.add(
          Array.from({ length: size }, () => record(next++)),
          0,
        ),
      );
      const sent: number[] = [];
      while (!queue.isEmpty) {
        const { records } = queue.peek(limit);
        sent.push(...numbers(records));
        queue.acknowledge(records.length);
      }
      await Promise.all(published);
      expect(sent).toEqual(Array.from({ length: next }, (_, n) => n));
    }),
  );
});

test('a publisher is answered once its last record is acknowledged', async () => {
  const queue = new SendQueue();
  let answered = false;
  void queue.add([record(1), record(2)], 0).then(() => (answered = true));
  queue.acknowledge(1);
  await Promise.resolve();
  expect(answered).toBe(false);
  queue.acknowledge(1);
  await Promise.resolve();
  expect(answered).toBe(true);
});

test('a record larger than the limit goes alone', () => {
  const queue = new SendQueue();
  void queue.add([record(1, 500), record(2), record(3)], 0);
  expect(numbers(queue.peek({ records: 10, bytes: 100 }).records)).toEqual([1]);
});

test('what is peeked comes again until it is acknowledged', () => {
  const queue = new SendQueue();
  void queue.add([record(1), record(2)], 0);
  expect(queue.peek(WIDE).records).toEqual(queue.peek(WIDE).records);
});

test('a chunk knows its first deadline and can be held to one publisher', () => {
  const queue = new SendQueue();
  void queue.add([record(1)], 20);
  void queue.add([record(2)], 10);
  expect(queue.peek(WIDE)).toMatchObject({ deadline: 10, publishers: 2 });
  expect(numbers(queue.peek(WIDE, 1).records)).toEqual([1]);
});

test('publishers whose time is up are rejected and their records not sent', async () => {
  const queue = new SendQueue();
  const early = queue.add([record(1)], 10);
  void queue.add([record(2)], 20);
  queue.rejectUntil(10, new Error('too late'));
  await expect(early).rejects.toThrow('too late');
  expect(numbers(queue.peek(WIDE).records)).toEqual([2]);
});

test('nothing to send is sent at once', async () => {
  await expect(new SendQueue().add([], 0)).resolves.toBeUndefined();
});
