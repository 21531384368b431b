import type { fetchV12, RecordsBatch } from '@platformatic/kafka';
import { expect, test } from 'vitest';
import { readAnswer } from './fetch-answer.ts';

const CONTROL = 0b10_0000;

function batch(firstOffset: number, deltas: number[], attributes = 0): RecordsBatch {
  const records = deltas.map((offsetDelta) => ({
    length: 0,
    attributes: 0,
    timestampDelta: 0n,
    offsetDelta,
    key: Buffer.from('k'),
    value: Buffer.from(String(firstOffset + offsetDelta)),
    headers: [],
  }));
  const lastOffsetDelta = Math.max(...deltas);
  return {
    firstOffset: BigInt(firstOffset),
    lastOffsetDelta,
    attributes,
    records,
  } as unknown as RecordsBatch;
}

function read(from: number, ...records: RecordsBatch[]) {
  const partition = { partitionIndex: 3, errorCode: 0, records };
  const responses = [{ topicId: 't', partitions: [partition] }];
  const answer = { responses } as unknown as fetchV12.FetchResponse;
  const [only] = readAnswer(answer, () => from);
  return { offsets: only?.records.map(({ offset }) => offset), next: only?.next };
}

test('records before the offset asked for are left out', () => {
  expect(read(11, batch(10, [0, 1, 2]))).toEqual({ offsets: [11, 12], next: 13 });
});

test('an offset that was cleaned away leaves a hole, and reading goes on after the batch', () => {
  expect(read(10, batch(10, [0, 2]), batch(14, [0]))).toEqual({ offsets: [10, 12, 14], next: 15 });
});

test('the broker’s own markers are passed over', () => {
  expect(read(10, batch(10, [0]), batch(11, [0], CONTROL))).toEqual({ offsets: [10], next: 12 });
});

test('nothing new leaves the position', () => {
  expect(read(10)).toEqual({ offsets: [], next: 10 });
});
