import { TestClock } from '@tidemark/clock/test-clock';
import type { Exchange } from '@tidemark/contracts/exchange';
import { describe, expect, it } from 'vitest';
import { BackFill } from './back-fill.ts';

function setUp() {
  const clock = new TestClock();
  const runs: { exchange: Exchange; end: (againIn?: number | null) => Promise<void> }[] = [];
  const fill = new BackFill(clock, (exchange) => {
    const run = Promise.withResolvers<number | null>();
    const end = async (againIn: number | null = null) => {
      run.resolve(againIn);
      await new Promise((resolve) => setImmediate(resolve));
    };
    runs.push({ exchange, end });
    return run.promise;
  });
  return { clock, runs, fill };
}

describe('back-fill', () => {
  it('books that come during a run make one more run, not a second beside it', async () => {
    const { runs, fill } = setUp();
    fill.open('binance');
    fill.lookAgain();
    fill.lookAgain();
    expect(runs).toHaveLength(1);
    await runs[0]!.end();
    expect(runs).toHaveLength(2);
    await runs[1]!.end();
    expect(runs).toHaveLength(2);
    fill.lookAgain();
    expect(runs).toHaveLength(3);
  });

  it('a venue whose products are not known is left alone; another is not held up by it', () => {
    const { runs, fill } = setUp();
    fill.lookAgain();
    expect(runs).toEqual([]);
    fill.open('coinbase');
    fill.open('binance');
    expect(runs.map((run) => run.exchange)).toEqual(['coinbase', 'binance']);
  });

  it('what failed is run again when its time has come, or before when books come', async () => {
    const { clock, runs, fill } = setUp();
    fill.open('binance');
    await runs[0]!.end(5_000);
    await clock.advance(4_999);
    expect(runs).toHaveLength(1);
    await clock.advance(1);
    expect(runs).toHaveLength(2);
    await runs[1]!.end(60_000);
    fill.lookAgain();
    expect(runs).toHaveLength(3);
    await runs[2]!.end();
    await clock.advance(600_000);
    expect(runs).toHaveLength(3);
  });

  it('nothing is run after the end', async () => {
    const { clock, runs, fill } = setUp();
    fill.open('binance');
    fill.open('coinbase');
    await runs[0]!.end(5_000);
    fill.stop();
    await runs[1]!.end(5_000);
    fill.lookAgain();
    await clock.advance(60_000);
    expect(runs).toHaveLength(2);
    expect(clock.pending).toBe(0);
  });
});
