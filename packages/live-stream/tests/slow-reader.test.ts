import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import type { Update } from '../src/encoded.ts';
import { streamRig } from './support/stream-rig.ts';

const KB = 1024;
const MB = KB * KB;
const MESSAGE_BYTES = 64 * KB;

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
});

async function rig() {
  const made = await streamRig({ limits: { slowBytes: 256 * KB, tooSlowMs: 30_000 } });
  stop = made.stop;
  return made;
}

/** A large value; the last of a coin is told by its number. */
function large(number: number): Update {
  const message = 'x'.repeat(MESSAGE_BYTES);
  return {
    channel: 'price',
    coin: 'bitcoin',
    key: 'price:bitcoin',
    message: { type: 'error', data: { code: String(number), message } },
  };
}

const outside = () => process.memoryUsage().external;

test('a reader that never reads holds a bounded amount of memory and is closed', async () => {
  const { clock, connect, stream } = await rig();
  const listener = await connect('?coins=bitcoin');
  listener.ws.pause();
  const before = outside();
  let most = 0;
  for (let number = 0; number < 4000; number += 1) {
    stream.publish(large(number));
    if (number % 20 === 0) await turn();
    most = Math.max(most, outside() - before);
  }
  // All of it would be 250 MB.
  expect(most).toBeLessThan(64 * MB);
  expect(stream.size).toBe(1);
  await clock.advance(31_000);
  await clock.advance(3_000);
  await vi.waitFor(() => expect(stream.size).toBe(0));
});

test('a reader that reads again gets the latest value, not all it missed', async () => {
  const { connect, stream } = await rig();
  const listener = await connect('?coins=bitcoin');
  listener.ws.pause();
  for (let number = 1; number <= 1000; number += 1) {
    stream.publish(large(number));
    if (number % 20 === 0) await turn();
  }
  listener.ws.resume();
  const numbers = () =>
    listener.messages.map(({ type, data }) => (type === 'error' ? Number(data.code) : 0));
  await vi.waitFor(() => expect(numbers().at(-1)).toBe(1000), 10_000);
  expect(listener.messages.length).toBeLessThan(500);
  expect(numbers()).toEqual([...numbers()].sort((a, b) => a - b));
  stream.publish(large(1001));
  await vi.waitFor(() => expect(numbers().at(-1)).toBe(1001));
});

test('a slow reader that wakes up is told why it is closed', async () => {
  const { clock, connect, stream } = await rig();
  const listener = await connect('?coins=bitcoin');
  listener.ws.pause();
  for (let number = 0; number < 400; number += 1) {
    stream.publish(large(number));
    if (number % 20 === 0) await turn();
  }
  await clock.advance(31_000);
  listener.ws.resume();
  expect(await listener.closed).toBe(4408);
});
