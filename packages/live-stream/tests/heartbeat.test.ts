import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { streamRig } from './support/stream-rig.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
});

async function rig() {
  const made = await streamRig();
  stop = made.stop;
  return made;
}

test('every 30 s there is a heartbeat and a ping', async () => {
  const { clock, connect } = await rig();
  const listener = await connect();
  await clock.advance(29_000);
  expect(listener.messages).toEqual([]);
  await clock.advance(1_000);
  await listener.heard(1);
  await clock.advance(30_000);
  await listener.heard(2);
  expect(listener.pings).toBe(2);
  expect(listener.messages.map(({ type }) => type)).toEqual(['heartbeat', 'heartbeat']);
});

test('a connection without a sign of life is closed after 90 s', async () => {
  const { clock, connect, stream } = await rig();
  const listener = await connect('', { autoPong: false });
  await clock.advance(89_000);
  expect(stream.size).toBe(1);
  await clock.advance(1_000);
  expect(await listener.closed).toBe(4410);
});

test('a pong is a sign of life', async () => {
  const { clock, connect, stream } = await rig();
  const listener = await connect();
  for (let beats = 1; beats <= 6; beats += 1) {
    await clock.advance(30_000);
    await vi.waitFor(() => expect(listener.pings).toBe(beats));
    await pause(20);
  }
  expect(stream.size).toBe(1);
});

test('a message is a sign of life', async () => {
  const { clock, connect, stream } = await rig();
  const listener = await connect('', { autoPong: false });
  await clock.advance(60_000);
  listener.ws.send('{"type":"ping"}');
  await listener.heard(3);
  await clock.advance(60_000);
  expect(stream.size).toBe(1);
});
