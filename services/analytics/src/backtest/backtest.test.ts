import type { Bar } from '@tidemark/indicators/bar';
import type { Streaming } from '@tidemark/indicators/streaming';
import { describe, expect, it } from 'vitest';
import { Amount } from './amount.ts';
import { backtest, type BacktestTerms } from './backtest.ts';
import { holdingOf, summaryOf, openPositionView, tradeView } from './summary.ts';

const DAY = 86_400_000;

/** [open, high, low, close] on days one after another; null: a day without a bar. */
type Prices = [number, number, number, number] | null;
const bars = (...days: Prices[]): (Bar | null)[] =>
  days.map((day, i) => {
    if (day === null) return null;
    const [open, high, low, close] = day;
    return { time: i * DAY, open, high, low, close, volume: 1 };
  });
const flat = (price: number): Prices => [price, price, price, price];

/** A rule that was worked out beforehand: `+` holds, `-` does not, `?` is not known; one sign for each bar that exists. */
function scripted(answers: string): Streaming<Bar, boolean> {
  const left = Array.from(answers.replaceAll(' ', ''));
  return {
    next(bar) {
      if (bar === null) return null;
      const sign = left.shift();
      return sign === undefined || sign === '?' ? null : sign === '+';
    },
  };
}

function run(days: Prices[], [entry, exit]: [string, string?], terms: Partial<BacktestTerms> = {}) {
  const measure = { initialCash: new Amount(1000), intervalMs: DAY };
  const rules = { entry: scripted(entry), exit: exit === undefined ? null : scripted(exit) };
  const result = backtest(bars(...days), rules, {
    ...{ initialCash: measure.initialCash, feePct: 0, slippagePct: 0 },
    ...{ stopLossPct: null, takeProfitPct: null, from: 0 },
    ...terms,
  });
  const open = openPositionView(result);
  const trades = result.trades.map(tradeView);
  return {
    result,
    trades,
    open,
    summary: summaryOf(result, measure),
    holding: holdingOf(result, measure),
  };
}

const UP_AND_DOWN: Prices[] = [
  [100, 110, 90, 100],
  [125, 130, 120, 128],
  [128, 160, 128, 150],
  [160, 170, 140, 140],
  [200, 200, 200, 200],
];

describe('a backtest', () => {
  it('buys and sells at the open of the bar after the signal', () => {
    const { trades, open, summary } = run(UP_AND_DOWN, ['+----', '--+--']);
    expect(trades).toEqual([
      {
        entry_time: DAY,
        entry_price: 125,
        quantity: '8',
        cost: '1000',
        exit_time: 3 * DAY,
        exit_price: 160,
        proceeds: '1280',
        fees: '0',
        profit: '280',
        profit_pct: 28,
        bars_held: 2,
        reason: 'exit_rule',
      },
    ]);
    expect(open).toBeNull();
    expect(summary).toMatchObject({ final_equity: '1280', total_return: 0.28, exposure: 0.4 });
  });

  it('takes its fee of both sides, and worse prices where there is slippage', () => {
    // 1000 = 7.92… × 125 × 1.01 × 1.001: what is left of the price after the fee, in coins rounded down.
    const { trades, summary } = run(UP_AND_DOWN, ['+----', '--+--'], {
      feePct: 0.1,
      slippagePct: 1,
    });
    const [trade] = trades;
    const coins = 1000 / (126.25 * 1.001);
    expect(Number(trade?.quantity)).toBeCloseTo(coins, 12);
    expect(trade).toMatchObject({ entry_price: 126.25, exit_price: 158.4 });
    expect(Number(trade?.proceeds)).toBeCloseTo(coins * 158.4 * 0.999, 9);
    const fees = coins * 126.25 * 0.001 + coins * 158.4 * 0.001;
    expect(Number(trade?.fees)).toBeCloseTo(fees, 12);
    expect(summary.fees_paid).toBe(trade?.fees);
  });

  it('values what is held at each close, and says what is still open', () => {
    const { result, open, trades, summary } = run(UP_AND_DOWN, ['+', '-----'], { feePct: 25 });
    expect(result.equity.map((point) => point.equity)).toEqual([1000, 819.2, 960, 896, 1280]);
    const falls = [0, 0.1808, 0.04, 0.104, 0];
    result.equity.forEach(({ drawdown }, i) => expect(drawdown).toBeCloseTo(falls[i]!, 12));
    expect(trades).toEqual([]);
    expect(open).toEqual({
      entry_time: DAY,
      entry_price: 125,
      quantity: '6.4',
      cost: '1000',
      fees: '200',
      value: '1280',
      profit: '280',
      profit_pct: 28,
      bars_held: 3,
    });
    expect(summary).toMatchObject({ trades: 0, win_rate: null, profit_factor: null });
    expect(summary.max_drawdown).toEqual({
      depth: expect.closeTo(0.1808, 12),
      peak_time: 0,
      trough_time: DAY,
      recovered_time: 4 * DAY,
    });
  });

  it('without an exit rule sells when the entry is known not to hold any more', () => {
    const { trades } = run(UP_AND_DOWN, ['+?+-+']);
    expect(trades).toMatchObject([{ exit_time: 4 * DAY, reason: 'entry_ended' }]);
  });

  it('buys nothing where both rules hold, and nothing twice', () => {
    expect(run(UP_AND_DOWN, ['+++++', '+++++']).result.position).toBeNull();
    expect(run(UP_AND_DOWN, ['+++++', '-----']).open).toMatchObject({ entry_time: DAY });
  });

  it('keeps an order that was decided at the last close for the bar to come', () => {
    const bought = run(UP_AND_DOWN.slice(0, 1), ['+']);
    expect(bought.result).toMatchObject({ order: 'buy', position: null });
    expect(run(UP_AND_DOWN, ['+', '----+']).result.order).toBe('sell');
  });

  it('trades behind a hole at the next bar that exists', () => {
    const { trades } = run([flat(100), null, null, flat(125), null, flat(160)], ['++-', '-+-']);
    expect(trades).toMatchObject([
      { entry_time: 3 * DAY, exit_time: 5 * DAY, bars_held: 1, profit: '280' },
    ]);
  });

  it('passes over a bar without prices', () => {
    const { open, result } = run([flat(100), flat(0), flat(125)], ['+-']);
    expect(open).toMatchObject({ entry_time: 2 * DAY });
    expect(result.equity).toHaveLength(2);
  });

  it('warms its rules on bars before the period, and trades within', () => {
    const { result, open } = run(UP_AND_DOWN, ['?+-+-', '-----'], { from: 2 * DAY });
    expect(result).toMatchObject({ knownFrom: 2 * DAY, firstBar: { time: 2 * DAY } });
    expect(open).toMatchObject({ entry_time: 4 * DAY });
    expect(run(UP_AND_DOWN, ['??+--', '-----']).result.knownFrom).toBe(2 * DAY);
  });

  it('has nothing to say of no bars', () => {
    const { summary, holding } = run([null], ['+']);
    expect(summary).toMatchObject({
      final_equity: '1000',
      total_return: 0,
      annualized_return: null,
      win_rate: null,
      average_win: null,
      exposure: null,
    });
    expect(holding).toMatchObject({ entry_time: null, final_equity: '1000' });
  });
});

describe('limits within a bar', () => {
  const limits = { stopLossPct: 10, takeProfitPct: 20 };
  const after = (day: Prices) =>
    run([flat(100), flat(100), day], ['+-', '-'], limits).trades.map(
      ({ exit_price, reason, exit_time }) => [exit_price, reason, exit_time / DAY],
    );

  it.each([
    ['a low that reaches the stop sells there', [100, 119, 90, 95], [90, 'stop_loss', 2]],
    ['a high that reaches the target sells there', [100, 120, 91, 95], [120, 'take_profit', 2]],
    [
      'a bar that reaches both is taken to have fallen first',
      [100, 130, 80, 130],
      [90, 'stop_loss', 2],
    ],
    ['an open below the stop sells at the open', [80, 130, 70, 95], [80, 'stop_loss', 2]],
    ['an open above the target sells at the open', [130, 140, 70, 95], [130, 'take_profit', 2]],
  ] as [string, Prices, unknown][])('%s', (_, day, expected) => {
    expect(after(day)).toEqual([expected]);
  });

  it('that are not reached change nothing', () => {
    expect(after([100, 119.9, 90.1, 95])).toEqual([]);
  });

  it('hold from the open that was bought at', () => {
    const { trades, summary } = run(
      [flat(100), [100, 100, 85, 99], flat(99)],
      ['+--', '---'],
      limits,
    );
    expect(trades).toMatchObject([{ bars_held: 0, exit_price: 90, exit_time: DAY }]);
    expect(summary.exposure).toBe(1 / 3);
  });

  it('leave a rule that still holds to buy again at the next open', () => {
    const { trades, open } = run([flat(100), [100, 100, 85, 99], flat(99)], ['+++', '---'], limits);
    expect(trades).toHaveLength(1);
    expect(open).toMatchObject({ entry_time: 2 * DAY, entry_price: 99 });
  });
});

describe('the figures', () => {
  const days = [100, 100, 150, 150, 120, 120, 120, 120].map(flat);

  it('are those of the closed trades', () => {
    // 1000 → 1500 → 1200 → 1200: one won, one lost, one neither.
    const { summary, trades } = run(days, ['+-+-+-+-', '-+-+-+-+']);
    expect(trades.map((trade) => trade.profit)).toEqual(['500', '-300', '0']);
    expect(summary).toMatchObject({
      trades: 3,
      wins: 1,
      losses: 1,
      win_rate: 1 / 3,
      average_win: '500',
      average_loss: '-300',
      average_win_pct: 50,
      average_loss_pct: -20,
      profit_factor: 5 / 3,
    });
  });

  it('have no profit factor where nothing was lost', () => {
    expect(run(days, ['+-------', '-+------']).summary).toMatchObject({
      wins: 1,
      profit_factor: null,
      average_loss: null,
    });
  });

  it('compare with who buys at the second open and holds', () => {
    const { holding, result } = run(days, ['-', '-'], { feePct: 25 });
    expect(holding).toMatchObject({
      entry_time: DAY,
      entry_price: 100,
      final_equity: '960',
      total_return: -0.04,
      fees_paid: '200',
    });
    expect(holding.max_drawdown.depth).toBe(0.2);
    expect(result.equity.map((point) => point.holding_equity)).toEqual([
      1000, 800, 1200, 1200, 960, 960, 960, 960,
    ]);
  });

  it('grow a return to a year of 365 days, from 28 days on', () => {
    const month = [flat(100), flat(100), ...Array.from({ length: 71 }, () => flat(121))];
    const { summary } = run(month, ['+', '-']);
    // 73 days are a fifth of a year.
    expect(summary.annualized_return).toBeCloseTo(1.21 ** 5 - 1, 12);
    expect(run(month.slice(0, 27), ['+', '-']).summary.annualized_return).toBeNull();
    expect(run(month.slice(0, 28), ['+', '-']).summary.annualized_return).not.toBeNull();
  });
});
