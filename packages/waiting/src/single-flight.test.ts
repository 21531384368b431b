import { expect, test } from 'vitest';
import { SingleFlight } from './single-flight.ts';

test('whoever asks meanwhile shares what comes, and who asks later begins anew', async () => {
  const flight = new SingleFlight<number>();
  const given = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
  let begun = 0;
  const work = () => given[begun++]?.promise ?? Promise.resolve(0);
  const [first, joined] = [flight.run(work), flight.run(work)];
  expect([begun, flight.running]).toEqual([1, first]);
  given[0]?.resolve(7);
  expect([await first, await joined, flight.running]).toEqual([7, 7, null]);
  const second = flight.run(work);
  given[1]?.reject(new Error('away'));
  await expect(second).rejects.toThrow('away');
  expect([begun, flight.running]).toEqual([2, null]);
});
