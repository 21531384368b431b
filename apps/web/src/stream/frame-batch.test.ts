import type { PriceTick } from '@tidemark/contracts/price';
import { expect, test } from 'vitest';
import { tickOf } from '../market/tick.fixture.ts';
import { createFrameBatch } from './frame-batch.ts';

function batchWithFrames() {
  const frames: (() => void)[] = [];
  const delivered: PriceTick[][] = [];
  const batch = createFrameBatch(
    (callback) => frames.push(callback),
    (ticks) => delivered.push(ticks),
  );
  return { batch, delivered, frames, draw: () => frames.splice(0).forEach((frame) => frame()) };
}

test('ticks of one frame are delivered together, the latest of each coin', () => {
  const { batch, delivered, frames, draw } = batchWithFrames();
  batch(tickOf('bitcoin', 1));
  batch(tickOf('ethereum', 2));
  batch(tickOf('bitcoin', 3));
  expect(frames).toHaveLength(1);
  draw();
  expect(delivered).toEqual([[tickOf('bitcoin', 3), tickOf('ethereum', 2)]]);
});

test('while no frame is drawn, what waits does not grow beyond a tick a coin', () => {
  const { batch, delivered, draw } = batchWithFrames();
  for (let price = 1; price <= 10_000; price += 1) batch(tickOf('bitcoin', price));
  draw();
  expect(delivered).toEqual([[tickOf('bitcoin', 10_000)]]);
});

test('the next frame delivers what came after the last', () => {
  const { batch, delivered, draw } = batchWithFrames();
  batch(tickOf('bitcoin', 1));
  draw();
  batch(tickOf('bitcoin', 2));
  draw();
  expect(delivered.flat().map((tick) => tick.price)).toEqual([1, 2]);
});
