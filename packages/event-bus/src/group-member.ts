import type { Clock } from '@tidemark/clock/clock';
import type { BusLogger, Message, SubscribeOptions } from './event-bus.ts';
import { decodeValue, type Validator } from './message-codec.ts';
import type { PartitionLog } from './partition-log.ts';

const DEFAULT_MAX_BATCH = 500;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** What a member reads from, and whom it tells. */
export interface MemberSource {
  readonly topic: string;
  readonly logs: readonly PartitionLog[];
  readonly validator: Validator;
  readonly clock: Clock;
  readonly logger: BusLogger;
  committed(partition: number): number;
  commit(member: GroupMember, partition: number, offset: number): void;
  /** Positions moved on: publishers that wait may go on. */
  advanced(): void;
  refused(partition: number, offset: number, reason: string): void;
}

/** A run of offsets of one partition, [from, to), and how many of its messages may be handed over. */
interface Range {
  partition: number;
  from: number;
  to: number;
  good: number;
}

/** One subscriber: reads its partitions in batches, one batch at a time. */
export class GroupMember {
  readonly #source: MemberSource;
  readonly #options: SubscribeOptions<unknown>;
  readonly #maxBatch: number;
  /** Next offset to read, by partition; only the partitions that are this member's. */
  readonly #positions = new Map<number, number>();
  #working: Promise<void> | undefined;
  #hold = new AbortController();
  #turn = 0;

  constructor(source: MemberSource, options: SubscribeOptions<unknown>) {
    this.#source = source;
    this.#options = options;
    this.#maxBatch = options.maxBatch ?? DEFAULT_MAX_BATCH;
    this.#hold.abort();
  }

  /** Resolves once nothing is left to read; undefined when that is so now. */
  get working(): Promise<void> | undefined {
    return this.#working;
  }

  get partitions(): number[] {
    return [...this.#positions.keys()].sort((a, b) => a - b);
  }

  /** Next offset to read, or undefined when the partition is not this member's. */
  position(partition: number): number | undefined {
    return this.#positions.get(partition);
  }

  /** There may be something to read. */
  wake(): void {
    if (this.#working || this.#hold.signal.aborted) return;
    this.#working = this.#work();
  }

  /** Lets the batch in hand end and reads no more until `resume`. */
  async hold(): Promise<void> {
    this.#hold.abort();
    await this.#working;
  }

  resume(): void {
    this.#hold = new AbortController();
    this.wake();
  }

  /** While held: hands partitions back, after the subscriber has committed what it had done. */
  async revoke(partitions: readonly number[]): Promise<void> {
    await this.#tell('onRevoked', partitions);
    for (const partition of partitions) this.#positions.delete(partition);
  }

  /** While held: takes partitions over, to be read from the group's commit on. */
  async assign(partitions: readonly number[]): Promise<void> {
    for (const partition of partitions) {
      this.#positions.set(partition, this.#source.committed(partition));
    }
    await this.#tell('onAssigned', partitions);
  }

  /** Leaves out what is before `offset`. */
  skipTo(partition: number, offset: number): void {
    const position = this.#positions.get(partition);
    if (position !== undefined && position < offset) this.#positions.set(partition, offset);
  }

  /** While held: reads on from `offset`, wherever it was. */
  moveTo(partition: number, offset: number): void {
    if (this.#positions.has(partition)) this.#positions.set(partition, offset);
  }

  async #tell(what: 'onAssigned' | 'onRevoked', partitions: readonly number[]): Promise<void> {
    if (partitions.length === 0) return;
    try {
      await this.#options[what]?.([...partitions]);
    } catch (error) {
      this.#source.logger.error({ topic: this.#source.topic, err: error }, `${what} failed`);
    }
  }

  /** One turn of the event loop a batch: what arrives in one turn goes together, and sockets get theirs. */
  async #work(): Promise<void> {
    for (;;) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (this.#hold.signal.aborted) break;
      const ranges = this.#nextRanges();
      if (ranges.length === 0) break;
      if (await this.#deliver(ranges)) this.#advance(ranges);
    }
    this.#working = undefined;
  }

  /** Starts at another partition each time, so that a busy one does not starve the others. */
  #nextRanges(): Range[] {
    const partitions = [...this.#positions.keys()];
    const ranges: Range[] = [];
    let room = this.#maxBatch;
    this.#turn += 1;
    for (let i = 0; i < partitions.length && room > 0; i += 1) {
      const partition = partitions[(i + this.#turn) % partitions.length] ?? 0;
      const from = this.#positions.get(partition) ?? 0;
      const to = Math.min(this.#log(partition).end, from + room);
      if (to > from) ranges.push({ partition, from, to, good: 0 });
      room -= to - from;
    }
    return ranges;
  }

  /** Hands a batch over until it is taken; false when the member was held meanwhile. */
  async #deliver(ranges: Range[]): Promise<boolean> {
    for (let attempt = 0; ; attempt += 1) {
      const messages = this.#decode(ranges, attempt === 0);
      if (messages.length === 0) return true;
      try {
        await this.#options.onBatch(messages);
        return true;
      } catch (error) {
        const { topic, logger } = this.#source;
        logger.error({ topic, attempt, err: error }, 'a batch was rejected; it comes again');
        if (!(await this.#pause(attempt))) return false;
      }
    }
  }

  #decode(ranges: Range[], first: boolean): Message<unknown>[] {
    const messages: Message<unknown>[] = [];
    for (const range of ranges) {
      const before = messages.length;
      this.#decodeRange(range, messages, first);
      range.good = messages.length - before;
    }
    return messages;
  }

  #decodeRange(range: Range, into: Message<unknown>[], first: boolean): void {
    const { partition } = range;
    const log = this.#log(partition);
    for (let offset = Math.max(range.from, log.start); offset < range.to; offset += 1) {
      if (!log.has(offset)) continue;
      const decoded = decodeValue(this.#source.validator, log.json(offset));
      if (decoded.ok) into.push({ key: log.key(offset), value: decoded.value, partition, offset });
      else if (first) this.#source.refused(partition, offset, decoded.reason);
    }
  }

  async #pause(attempt: number): Promise<boolean> {
    const ms = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
    return this.#source.clock.sleep(ms, this.#hold.signal).then(
      () => true,
      () => false,
    );
  }

  #advance(ranges: readonly Range[]): void {
    for (const { partition, from, to, good } of ranges) {
      this.skipTo(partition, to);
      const nothingOpen = good === 0 && this.#source.committed(partition) === from;
      if (this.#options.commit !== 'manual' || nothingOpen) {
        this.#source.commit(this, partition, to);
      }
    }
    this.#source.advanced();
  }

  #log(partition: number): PartitionLog {
    const log = this.#source.logs[partition];
    if (!log) throw new RangeError(`There is no partition ${partition}.`);
    return log;
  }
}
