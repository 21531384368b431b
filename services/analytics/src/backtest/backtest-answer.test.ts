import { BacktestRequestSchema, BacktestSchema } from '@tidemark/contracts/backtest';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Bar } from '@tidemark/indicators/bar';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { backtestAnswer } from './backtest-answer.ts';
import { readStrategy } from './read-strategy.ts';

const DAY = 86_400_000;
const wave = (count: number): Bar[] =>
  Array.from({ length: count }, (_, i) => {
    const close = 100 + 20 * Math.sin(i / 7) + i / 10;
    return { time: i * DAY, open: close - 1, high: close + 2, low: close - 2, close, volume: 10 };
  });

const request = {
  coin_id: 'bitcoin',
  interval: '1d' as const,
  entry: 'RSI < 40 and close > sma(30) * 0.5',
  exit: 'rsi > 60',
};

describe('the answer to a backtest', () => {
  it('is what the contract says', () => {
    const answer = backtestAnswer({ ...request, stop_loss_pct: 5, take_profit_pct: 9 }, wave(300));
    const whole = { ...answer, missing: 0, gaps: 0, lacking: [], simulated: false, stale: false };
    expect([...Value.Errors(BacktestSchema, whole)]).toEqual([]);
    expect(answer.trades.length).toBeGreaterThan(3);
    expect(answer).toMatchObject({
      formula: 'backtest',
      samples: 300,
      entry: 'rsi(14) < 40 and close > sma(30) * 0.5',
      exit: 'rsi(14) > 60',
      fee_pct: 0.1,
      slippage_pct: 0,
      initial_cash: '10000',
      first_bar_time: 0,
      last_bar_time: 299 * DAY,
    });
    expect(answer.equity).toHaveLength(300);
    expect(answer.assumptions.join(' ')).toContain('stop is taken to have come first');
  });

  it('is the same where the bars before the period were there to warm its rules', () => {
    const { barsBefore } = readStrategy({ entry: 'close > sma(30) and close[4] > 1' });
    expect(barsBefore).toBe(29);
    const from = 100 * DAY;
    const rules = { ...request, entry: 'close > sma(30)', exit: 'close < sma(30)' };
    const whole = backtestAnswer({ ...rules, from }, wave(200));
    const enough = backtestAnswer({ ...rules, from }, wave(200).slice(100 - barsBefore));
    expect(whole.entry_known_from).toBe(from);
    expect(enough.trades.length).toBeGreaterThan(1);
    expect(enough.trades.map((trade) => trade.entry_time)).toEqual(
      whole.trades.map((trade) => trade.entry_time),
    );
    expect(enough.samples).toBe(100);
  });

  it('ends before `to`', () => {
    const answer = backtestAnswer({ ...request, to: 50 * DAY }, wave(300));
    expect(answer.last_bar_time).toBe(49 * DAY);
  });

  it('says which rule cannot be read, and where', () => {
    const wrong = { ...request, exit: 'rsi(14) > sixty' };
    expect(() => backtestAnswer(wrong, [])).toThrow(TidemarkError);
    try {
      backtestAnswer(wrong, []);
    } catch (error) {
      expect(error).toMatchObject({
        code: 'INVALID_REQUEST',
        details: [
          { field: 'body.exit', reason: '`sixty` is not known\nrsi(14) > sixty\n          ^^^^^' },
        ],
      });
    }
  });

  it('refuses a period that ends before it begins', () => {
    expect(() => backtestAnswer({ ...request, from: 5, to: 5 }, [])).toThrow(TidemarkError);
  });

  it('refuses cash below 1, however it is written', () => {
    for (const cash of ['0', '0.99', '0000']) {
      expect(() => backtestAnswer({ ...request, initial_cash: cash }, [])).toThrow();
    }
    expect(backtestAnswer({ ...request, initial_cash: '12.50' }, []).initial_cash).toBe('12.5');
  });
});

describe('the request of a backtest', () => {
  const fits = (change: object) => Value.Check(BacktestRequestSchema, { ...request, ...change });

  it('has bounds', () => {
    expect(fits({})).toBe(true);
    expect(fits({ initial_cash: 10_000, fee_pct: 0, stop_loss_pct: 99 })).toBe(true);
    expect(fits({ initial_cash: '0.5e3' })).toBe(false);
    expect(fits({ fee_pct: -1 })).toBe(false);
    expect(fits({ stop_loss_pct: 100 })).toBe(false);
    expect(fits({ entry: 'x'.repeat(501) })).toBe(false);
    expect(fits({ leverage: 3 })).toBe(false);
  });
});
