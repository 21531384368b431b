/** A message as it goes to the broker. */
export interface OutgoingRecord {
  key: Buffer;
  value: Buffer;
  partition: number;
}

interface Waiting {
  records: readonly OutgoingRecord[];
  acknowledged: number;
  deadline: number;
  resolve(): void;
  reject(error: Error): void;
}

/** What is sent in one go: the queue's oldest records. */
export interface Chunk {
  records: OutgoingRecord[];
  /** When the first of its publishers gives up; on the clock of the queue's user. */
  deadline: number;
  /** How many publishers have a part in it. */
  publishers: number;
}

export interface ChunkLimits {
  records: number;
  bytes: number;
}

/** Bytes that a record takes beside its key and value. */
const RECORD_OVERHEAD = 24;

/** What waits to be sent, in order; a publisher is answered once its last record is acknowledged. */
export class SendQueue {
  readonly #waiting: Waiting[] = [];

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(records: readonly OutgoingRecord[], deadline: number): Promise<void> {
    if (records.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) =>
      this.#waiting.push({ records, acknowledged: 0, deadline, resolve, reject }),
    );
  }

  /** The oldest records within the limits, one at least; they stay until `acknowledge` or a rejection. */
  peek(limits: ChunkLimits, publishers = Infinity): Chunk {
    const chunk: Chunk = { records: [], deadline: Infinity, publishers: 0 };
    let bytes = 0;
    for (const { records, acknowledged, deadline } of this.#waiting) {
      if (chunk.publishers === publishers) return chunk;
      for (let i = acknowledged; i < records.length; i += 1) {
        const record = records[i] as OutgoingRecord;
        bytes += record.key.length + record.value.length + RECORD_OVERHEAD;
        const full = bytes > limits.bytes || chunk.records.length >= limits.records;
        if (full && chunk.records.length > 0) return chunk;
        if (i === acknowledged) chunk.publishers += 1;
        chunk.deadline = Math.min(chunk.deadline, deadline);
        chunk.records.push(record);
      }
    }
    return chunk;
  }

  /** The oldest `count` records are stored. */
  acknowledge(count: number): void {
    let left = count;
    for (let first = this.#waiting[0]; first && left > 0; first = this.#waiting[0]) {
      const taken = Math.min(left, first.records.length - first.acknowledged);
      first.acknowledged += taken;
      left -= taken;
      if (first.acknowledged < first.records.length) return;
      this.#waiting.shift();
      first.resolve();
    }
  }

  rejectFirst(error: Error): void {
    this.#waiting.shift()?.reject(error);
  }

  /** Rejects the publishers whose deadline is not after `time`. */
  rejectUntil(time: number, error: Error): void {
    while (this.#waiting[0] && this.#waiting[0].deadline <= time) this.rejectFirst(error);
  }

  rejectAll(error: Error): void {
    this.rejectUntil(Infinity, error);
  }
}
