/** Trimmed messages that are kept before the arrays are cut: cutting each time would copy each time. */
const COMPACT_AFTER = 1_024;

/** The encoded messages of one partition, addressed by offset; what every reader has done is trimmed off. */
export class PartitionLog {
  #keys: string[] = [];
  /** Undefined where an offset has no message. */
  #values: (string | undefined)[] = [];
  /** Offset of the arrays' first element. */
  #base: number;
  #start: number;

  /** An empty log whose first message will have that offset. */
  constructor(start = 0) {
    this.#base = start;
    this.#start = start;
  }

  /** Offset of the oldest message that is still there. */
  get start(): number {
    return this.#start;
  }

  /** Offset that the next message will get. */
  get end(): number {
    return this.#base + this.#values.length;
  }

  append(key: string, json: string): void {
    this.#keys.push(key);
    this.#values.push(json);
  }

  /** Gives the next message's offset away without keeping the message. */
  skip(): void {
    if (this.#start < this.end) throw new Error('Messages cannot be skipped behind kept ones.');
    this.#keys.length = 0;
    this.#values.length = 0;
    this.#base = this.#start + 1;
    this.#start = this.#base;
  }

  /** Makes `offset` the next one: those before it that have no message never will. */
  leaveOut(offset: number): void {
    while (this.end < offset) {
      this.#keys.push('');
      this.#values.push(undefined);
    }
  }

  /** Whether a message of that offset is there. */
  has(offset: number): boolean {
    return offset >= this.#start && this.#values[offset - this.#base] !== undefined;
  }

  key(offset: number): string {
    return this.#at(this.#keys, offset);
  }

  json(offset: number): string {
    return this.#at(this.#values, offset);
  }

  /** Forgets messages before `offset`. */
  trim(offset: number): void {
    this.#start = Math.max(this.#start, Math.min(offset, this.end));
    const dead = this.#start - this.#base;
    if (dead < COMPACT_AFTER || dead * 2 < this.#values.length) return;
    this.#keys.splice(0, dead);
    this.#values.splice(0, dead);
    this.#base = this.#start;
  }

  #at(items: readonly (string | undefined)[], offset: number): string {
    const item = offset < this.#start ? undefined : items[offset - this.#base];
    if (item === undefined) throw new RangeError(`Offset ${offset} is not in the partition.`);
    return item;
  }
}
