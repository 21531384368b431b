import type { Bar } from '@tidemark/indicators/bar';
import type { Streaming } from '@tidemark/indicators/streaming';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Amount } from './amount.ts';
import { backtest, type BacktestResult, type BacktestTerms } from './backtest.ts';
import { summaryOf, openPositionView, tradeView } from './summary.ts';

const HOUR = 3_600_000;
/** Digits for sums that must not round. */
const Exact = Decimal.clone({ precision: 400 });

const price = fc.oneof(
  fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  fc.integer({ min: 80, max: 125 }),
);
const day = fc.tuple(price, price, price, price).map(([open, close, ...others]) => ({
  ...{ open, close, volume: 1 },
  high: Math.max(open, close, ...others),
  low: Math.min(open, close, ...others),
}));
const series = (minLength: number) =>
  fc
    .array(fc.option(day, { freq: 8 }), { minLength, maxLength: 40 })
    .map((days) => days.map((one, i): Bar | null => one && { ...one, time: i * HOUR }));

/** Rules that look at the bars they were given and nothing else. */
const LOOKS: Record<string, (bar: Bar, before: Bar) => boolean | null> = {
  rises: (bar, before) => bar.close > before.close,
  falls: (bar, before) => bar.close < before.close,
  white: (bar) => bar.close >= bar.open,
  wide: (bar) => (bar.high > bar.low * 1.2 ? true : null),
  never: () => false,
};
function rule(name: string): Streaming<Bar, boolean> {
  let before: Bar | null = null;
  return {
    next(bar) {
      if (bar === null) return null;
      const answer = before === null ? null : (LOOKS[name]?.(bar, before) ?? null);
      before = bar;
      return answer;
    },
  };
}

const pct = (max: number) => fc.double({ min: 0, max, noNaN: true });
const setup = fc.record({
  entry: fc.constantFrom(...Object.keys(LOOKS)),
  exit: fc.option(fc.constantFrom(...Object.keys(LOOKS))),
  terms: fc.record({
    initialCash: fc
      .double({ min: 1, max: 1e12, noNaN: true })
      .map((cash) => new Amount(cash.toFixed(2))),
    feePct: pct(10),
    slippagePct: pct(10),
    stopLossPct: fc.option(fc.double({ min: 0.1, max: 99, noNaN: true })),
    takeProfitPct: fc.option(fc.double({ min: 0.1, max: 500, noNaN: true })),
    from: fc.constantFrom(0, 3 * HOUR),
  }),
});
interface Setup {
  entry: string;
  exit: string | null;
  terms: BacktestTerms;
}

const run = (bars: readonly (Bar | null)[], { entry, exit, terms }: Setup): BacktestResult =>
  backtest(bars, { entry: rule(entry), exit: exit === null ? null : rule(exit) }, terms);

/** All that a run did at or before a time, and what it had decided by then. */
function doneBy(result: BacktestResult, time: number) {
  return {
    trades: result.trades.filter((trade) => trade.exit.time <= time).map(tradeView),
    equity: result.equity.filter((point) => point.time <= time),
  };
}

describe('a backtest never looks ahead', () => {
  it('what comes after a bar changes nothing that was done up to it', () => {
    const check = fc.property(series(2), series(2), fc.nat(), setup, (bars, others, at, how) => {
      const cut = at % bars.length;
      const changed = bars.map((bar, i) => (i <= cut ? bar : retimed(others[i], i)));
      const time = cut * HOUR;
      expect(doneBy(run(changed, how), time)).toEqual(doneBy(run(bars, how), time));
    });
    fc.assert(check, { numRuns: 1_000 });
  });

  it('what a bar does after its open changes nothing that was done at its open', () => {
    const check = fc.property(series(2), series(2), fc.nat(), setup, (bars, others, at, how) => {
      const cut = at % bars.length;
      const open = bars[cut]?.open;
      fc.pre(open !== undefined);
      const other = others[cut % others.length];
      fc.pre(other !== null && other !== undefined);
      const { high, low, close } = other;
      const changed = {
        ...other,
        open,
        high: Math.max(high, open),
        low: Math.min(low, open),
        close,
      };
      const twice = [bars[cut], retimed(changed, cut)].map((last) =>
        openedBy(run([...bars.slice(0, cut), last ?? null], how), cut * HOUR),
      );
      expect(twice[1]).toEqual(twice[0]);
    });
    fc.assert(check, { numRuns: 1_000 });
  });

  it('a run over the first bars is the beginning of the run over all', () => {
    const check = fc.property(series(2), fc.nat(), setup, (bars, at, how) => {
      const cut = at % bars.length;
      const [first, all] = [run(bars.slice(0, cut + 1), how), run(bars, how)];
      expect(doneBy(all, cut * HOUR)).toEqual(doneBy(first, cut * HOUR));
      const next = bars.find((bar, i) => i > cut && bar !== null);
      if (next === undefined) return;
      const entries = [...all.trades.map((trade) => trade.entry), all.position];
      const entered = entries.some((entry) => entry?.time === next?.time);
      expect(entered).toBe(first.order === 'buy');
      if (first.order === 'sell') {
        expect(all.trades.some((trade) => trade.exit.time === next?.time)).toBe(true);
      }
    });
    fc.assert(check, { numRuns: 1_000 });
  });
});

/** What was bought until a bar's open, and what was sold on a signal at it. */
function openedBy({ trades, position }: BacktestResult, time: number) {
  const onSignal = trades.filter(
    ({ exit, reason }) =>
      exit.time === time && (reason === 'exit_rule' || reason === 'entry_ended'),
  );
  const entries = [...trades.map((trade) => trade.entry), position].filter((it) => it !== null);
  return {
    bought: entries.map((entry) => [entry.time, entry.fill.price, entry.fill.quantity].join()),
    sold: onSignal.map(tradeView),
  };
}

function retimed(bar: Bar | null | undefined, index: number): Bar | null {
  return bar ? { ...bar, time: index * HOUR } : null;
}

describe('the money of a backtest', () => {
  it('reconciles to the last digit', () => {
    const check = fc.property(series(2), setup, (bars, how) => {
      const result = run(bars, how);
      const account = result.strategy;
      const trades = result.trades.map(tradeView);
      const open = openPositionView(result);
      const { final_equity, fees_paid } = summaryOf(result, { ...how.terms, intervalMs: HOUR });
      const sum = (values: (string | Decimal | undefined)[]) =>
        values.reduce<Decimal>((total, value) => total.plus(value ?? 0), new Exact(0));
      const initial = how.terms.initialCash;
      expect(sum([initial, ...trades.map((it) => it.profit), open?.profit]).toFixed()).toBe(
        final_equity,
      );
      expect(sum([...trades.map((it) => it.fees), open?.fees]).toFixed()).toBe(fees_paid);
      const fills = result.trades.flatMap(({ entry, exit }) => [
        entry.fill.value.neg(),
        exit.fill.value,
      ]);
      const bought = result.position?.fill.value.neg();
      expect(sum([initial, ...fills, bought, account.fees.neg()]).toFixed()).toBe(
        account.cash.toFixed(),
      );
      expect(sum([account.cash, open?.value]).toFixed()).toBe(final_equity);
      expect(account.cash.gte(0)).toBe(true);
    });
    fc.assert(check, { numRuns: 1_000 });
  });

  it('is never better than exact prices and fees make it, and within 10^-12 of them', () => {
    const check = fc.property(series(2), setup, (bars, how) => {
      const result = run(bars, how);
      for (const { entry, exit } of result.trades) {
        const { price, quantity, value, fee } = entry.fill;
        const exact = new Exact(quantity).times(price);
        expect(value.gte(exact) && value.minus(exact).lte('1e-18')).toBe(true);
        const due = new Exact(value).times(how.terms.feePct).div(100);
        expect(fee.minus(due).abs().lte('2e-18')).toBe(true);
        expect(exit.fill.value.lte(new Exact(quantity).times(exit.fill.price))).toBe(true);
      }
    });
    fc.assert(check);
  });

  it('at each close, kept as a number, is the decimal to 10^-12, or to the last place that money is kept to', () => {
    const check = fc.property(series(2), setup, (bars, how) => {
      const result = run(bars, how);
      const last = result.equity.at(-1);
      const { final_equity } = summaryOf(result, { ...how.terms, intervalMs: HOUR });
      if (last === undefined) return;
      const exact = Number(final_equity);
      expect(Math.abs(last.equity - exact)).toBeLessThanOrEqual(exact * 1e-12 + 1e-18);
    });
    fc.assert(check);
  });

  it('of a rule that always holds is that of holding', () => {
    const always: Streaming<Bar, boolean> = { next: (bar) => (bar === null ? null : true) };
    const check = fc.property(series(0), setup, (bars, { terms }) => {
      const without = { ...terms, stopLossPct: null, takeProfitPct: null };
      const result = backtest(bars, { entry: always, exit: null }, without);
      for (const point of result.equity) {
        expect(point.equity).toBe(point.holding_equity);
        expect(point.drawdown).toBe(point.holding_drawdown);
      }
      expect(result.strategy.cash).toEqual(result.holding.cash);
    });
    fc.assert(check);
  });
});
