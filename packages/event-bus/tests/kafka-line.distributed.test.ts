import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EventBus, Message } from '../src/event-bus.ts';
import { kafkaBus } from './kafka-under-test.ts';
import { freshTopic, gaps, missing, startStream } from './stream.ts';
import { startTcpLine, type TcpLine } from './tcp-line.ts';

const advertised = process.env['KAFKA_PROXIED_FROM'];
const target = process.env['KAFKA_PROXIED_TO'];

async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 60_000, interval: 50 });
}

describe.skipIf(!advertised || !target)('a line that fails', { timeout: 120_000 }, () => {
  const open: EventBus[] = [];
  let line: TcpLine;
  beforeEach(async () => {
    line = await startTcpLine(advertised ?? '', target ?? '');
  });
  afterEach(async () => {
    await line.mend();
    await Promise.all(open.splice(0).map((bus) => bus.close()));
    await line.close();
  });

  function newBus(): EventBus {
    const bus = kafkaBus({ brokers: [advertised ?? ''] });
    open.push(bus);
    return bus;
  }

  test.each([
    ['cut for two seconds', 'cut', 2_000],
    ['cut for longer than a session', 'cut', 14_000],
    ['without a byte for two seconds', 'stall', 2_000],
    ['without a byte for longer than a session', 'stall', 14_000],
  ] as const)('%s: nothing acknowledged is lost', async (_name, fault, ms) => {
    const topic = freshTopic();
    const bus = newBus();
    const grouped: Message<number>[] = [];
    const broadcast: Message<number>[] = [];
    const onBatch = (messages: Message<number>[]) => void grouped.push(...messages);
    await bus.subscribe(topic, { group: 'g', onBatch });
    await newBus().subscribe(topic, { onBatch: (messages) => void broadcast.push(...messages) });
    const stream = startStream(newBus(), topic);
    await eventually(() => expect(grouped.length).toBeGreaterThan(100));

    await line[fault]();
    await wait(ms);
    await line.mend();
    const mendedAt = performance.now();
    const before = stream.acknowledged.length;
    await eventually(() => expect(stream.acknowledged.length).toBeGreaterThan(before));
    const read = grouped.length;
    await eventually(() => expect(grouped.length).toBeGreaterThan(read));
    process.stdout.write(`${fault} ${ms}: ${Math.round(performance.now() - mendedAt)} ms\n`);

    const acknowledged = await stream.stop();
    expect(stream.refused).toEqual([]);
    await eventually(() => expect(missing(acknowledged, grouped)).toEqual([]));
    await eventually(() => expect(missing(acknowledged, broadcast)).toEqual([]));
    expect(gaps(broadcast)).toEqual([]);
  });
});
