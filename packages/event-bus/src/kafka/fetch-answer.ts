import { IS_CONTROL, type fetchV12, type RecordsBatch } from '@platformatic/kafka';

export interface FetchedRecord {
  offset: number;
  key: string;
  json: string;
}

/** What a broker answered about one partition. */
export interface FetchedPartition {
  partition: number;
  errorCode: number;
  records: FetchedRecord[];
  /** Offset after the last record that came, handed over or not. */
  next: number;
}

/** The records from `from(partition)` on: a broker answers with whole batches, which may begin before. */
export function readAnswer(
  answer: Pick<fetchV12.FetchResponse, 'responses'>,
  from: (partition: number) => number,
): FetchedPartition[] {
  return answer.responses.flatMap(({ partitions }) =>
    partitions.map(({ partitionIndex, errorCode, records }) => ({
      partition: partitionIndex,
      errorCode,
      ...readBatches(records ?? [], from(partitionIndex)),
    })),
  );
}

function readBatches(
  batches: readonly RecordsBatch[],
  from: number,
): { records: FetchedRecord[]; next: number } {
  const records: FetchedRecord[] = [];
  let next = from;
  for (const batch of batches) {
    const first = Number(batch.firstOffset);
    next = Math.max(next, first + batch.lastOffsetDelta + 1);
    if (batch.attributes & IS_CONTROL) continue;
    for (const { offsetDelta, key, value } of batch.records) {
      const offset = first + offsetDelta;
      if (offset < from) continue;
      records.push({ offset, key: key?.toString() ?? '', json: value?.toString() ?? '' });
    }
  }
  return { records, next };
}
