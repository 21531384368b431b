import { TestClock } from '@tidemark/clock/test-clock';
import { expect, it } from 'vitest';
import { MessagePacer } from './message-pacer.ts';

function paced(perSecond: number) {
  const clock = new TestClock();
  const sent: number[] = [];
  const pacer = new MessagePacer(clock, perSecond);
  return { clock, sent, pacer, send: () => pacer.run(() => sent.push(clock.monotonic())) };
}

it('the first message leaves at once and the rest keep their distance', async () => {
  const { clock, sent, send } = paced(4);
  for (let i = 0; i < 5; i += 1) send();
  expect(sent).toEqual([0]);
  await clock.advance(2000);
  expect(sent).toEqual([0, 250, 500, 750, 1000]);
});

it('messages come in the order they were given', async () => {
  const { clock, pacer } = paced(10);
  const order: string[] = [];
  for (const name of ['a', 'b', 'c']) pacer.run(() => order.push(name));
  await clock.advance(1000);
  expect(order).toEqual(['a', 'b', 'c']);
});

it('a message after a quiet time is not held back', async () => {
  const { clock, sent, send } = paced(4);
  send();
  await clock.advance(5000);
  send();
  expect(sent).toEqual([0, 5000]);
});

it('clear drops what waits and leaves no timer', async () => {
  const { clock, sent, pacer, send } = paced(4);
  for (let i = 0; i < 3; i += 1) send();
  pacer.clear();
  expect(clock.pending).toBe(0);
  await clock.advance(1000);
  expect(sent).toEqual([0]);
});
