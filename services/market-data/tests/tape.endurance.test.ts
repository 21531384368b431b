import { describe, it } from 'vitest';
import { tapeThroughFaults } from './support/tape-through-faults.ts';

describe('stored candles and the simulator’s tape', () => {
  it('trades skipped, repeated and out of order, and ten cuts of the line leave every final candle right', async () => {
    await tapeThroughFaults(10, 20);
  }, 90_000);
});
