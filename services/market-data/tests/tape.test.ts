import { describe, it } from 'vitest';
import { tapeThroughFaults } from './support/tape-through-faults.ts';

describe('stored candles and the simulator’s tape', () => {
  // Ten cuts, in a faster market: tape.endurance.test.ts.
  it('trades skipped, repeated and out of order, and four cuts of the line leave every final candle right', async () => {
    await tapeThroughFaults(4, 10);
  }, 60_000);
});
