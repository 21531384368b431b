import type { Exchange } from '@tidemark/contracts/exchange';
import { describe, expect, it } from 'vitest';
import { BackFill } from './back-fill.ts';

function setUp() {
  const runs: { exchange: Exchange; end: () => Promise<void> }[] = [];
  const fill = new BackFill((exchange) => {
    const run = Promise.withResolvers<undefined>();
    const end = async () => {
      run.resolve(undefined);
      await new Promise((resolve) => setImmediate(resolve));
    };
    runs.push({ exchange, end });
    return run.promise.then(() => undefined);
  });
  return { runs, fill };
}

describe('back-fill', () => {
  it('books that come during a run make one more run, not a second beside it', async () => {
    const { runs, fill } = setUp();
    fill.open('binance');
    fill.booksCame();
    fill.booksCame();
    expect(runs).toHaveLength(1);
    await runs[0]!.end();
    expect(runs).toHaveLength(2);
    await runs[1]!.end();
    expect(runs).toHaveLength(2);
    fill.booksCame();
    expect(runs).toHaveLength(3);
  });

  it('a venue whose products are not known is left alone; another is not held up by it', () => {
    const { runs, fill } = setUp();
    fill.booksCame();
    expect(runs).toEqual([]);
    fill.open('coinbase');
    fill.open('binance');
    expect(runs.map((run) => run.exchange)).toEqual(['coinbase', 'binance']);
  });
});
