import Type from 'typebox';
import { afterEach, beforeEach, vi } from 'vitest';
import type { EventBus, Message, SubscribeOptions, Subscription } from '../event-bus.ts';

const ItemSchema = Type.Object({ n: Type.Integer(), tags: Type.Array(Type.String()) });
/** The same messages with nothing demanded of them: what an older publisher might send. */
const LooseSchema = Type.Unknown();

export interface Item {
  n: number;
  tags: string[];
}

export interface EventBusUnderTest {
  bus: EventBus;
  /** A second client of the same broker where the adapter has one; else the same. */
  other: EventBus;
  /** Lets this much time pass for the bus. */
  advance(ms: number): Promise<void>;
  /** Messages of a partition after which publishers wait; undefined where the broker's disk is the bound. */
  maxBuffered: number | undefined;
}

/** A bus and a topic of its own for each test. */
export interface BusFixture {
  readonly under: EventBusUnderTest;
  readonly topic: { name: string; partitions: number; schema: typeof ItemSchema };
  readonly loose: { name: string; partitions: number; schema: typeof LooseSchema };
  publish(...messages: { key: string; value: Item }[]): Promise<void>;
  /** Subscribes and keeps what comes. */
  collect(
    options?: Partial<SubscribeOptions<Item>>,
    bus?: EventBus,
  ): Promise<{ got: Message<Item>[]; subscription: Subscription }>;
}

let runs = 0;

/** Registers the hooks that make a fresh fixture before each test; what is returned always shows the current one. */
export function useBus(create: () => Promise<EventBusUnderTest>): BusFixture {
  let under: EventBusUnderTest;
  let name: string;
  beforeEach(async () => {
    under = await create();
    name = `contract-${Date.now()}-${++runs}`;
  });
  afterEach(() => Promise.all([under.bus.close(), under.other.close()]));

  const fixture: BusFixture = {
    get under() {
      return under;
    },
    get topic() {
      return { name, partitions: 4, schema: ItemSchema };
    },
    get loose() {
      return { name, partitions: 4, schema: LooseSchema };
    },
    publish: (...messages) => under.bus.publish(fixture.topic, messages),
    collect: async (options = {}, bus = under.bus) => {
      const got: Message<Item>[] = [];
      const onBatch = (messages: Message<Item>[]) => void got.push(...messages);
      return { got, subscription: await bus.subscribe(fixture.topic, { onBatch, ...options }) };
    },
  };
  return fixture;
}

export function item(n: number, key = `key-${n % 10}`): { key: string; value: Item } {
  return { key, value: { n, tags: [] } };
}

/** Items with n in [from, to). */
export function items(from: number, to: number, key?: string) {
  return range(from, to).map((n) => item(n, key));
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

export function numbers(messages: readonly Message<Item>[]): number[] {
  return messages.map(({ value }) => value.n);
}

export function sorted(list: readonly number[]): number[] {
  return [...list].sort((a, b) => a - b);
}

export async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 10_000, interval: 5 });
}
