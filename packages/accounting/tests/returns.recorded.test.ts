import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { account } from '@tidemark/accounting/account';
import { CONVENTIONS } from '@tidemark/accounting/convention';
import { moneyWeightedReturn, type CashFlow } from '@tidemark/accounting/money-weighted';
import { timeWeightedReturn, type FlowTiming } from '@tidemark/accounting/time-weighted';
import { valuation } from '@tidemark/accounting/valuation';
import { Amount } from '@tidemark/ledger/amount';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import { describe, expect, it } from 'vitest';

const FILE = fileURLToPath(
  new URL('../../../../shared/data/transactions/oracles/returns.json', import.meta.url),
);
const PRESENT = existsSync(FILE);

type Trade = [date: string, side: 'buy' | 'sell', quantity: number, price: number, fee: number];

interface Roai {
  source: string;
  transactions: Trade[];
  end: string;
  price_end: number;
  expected: Record<string, number>;
  others?: Record<string, number>;
}

interface Returns {
  xirr: Record<string, { flows: [string, number][]; results: Record<string, unknown> }>;
  twr: {
    published: {
      days: { deposit?: number; withdrawal?: number; value_end: number }[];
      expected_delta: number[];
      expected_accumulated: number[];
      other_conventions_final_by_formula: Record<string, number>;
    };
  };
  roai_ghostfolio: Roai[];
}

const data = PRESENT ? (JSON.parse(readFileSync(FILE, 'utf8')) as Returns) : null;
const series = Object.entries(data?.xirr ?? {});

/** What is not one rate for a year or more; docs/portfolio.md says why. */
const ANSWERS: Readonly<Record<string, string>> = {
  // 364 days.
  R01_pp_simple: 'under_a_year',
  R05_one_day_plus_1pct: 'under_a_year',
  R06_total_loss: 'total_loss',
  R09_two_roots_25_400pct: 'two_solutions',
  R10_only_deposits: 'no_solution',
  R11_no_real_root: 'no_solution',
};

const flowsOf = (flows: readonly [string, number][]): CashFlow[] =>
  flows.map(([date, amount]) => ({ time: Date.parse(date), amount }));

describe.skipIf(!PRESENT)('money-weighted returns (../shared)', () => {
  it.each(series)('%s', (name, { flows, results }) => {
    const { answer, annual } = moneyWeightedReturn(flowsOf(flows));
    expect(answer).toBe(ANSWERS[name] ?? 'rate');
    if (answer === 'total_loss') return;
    // What a scan over all rates finds.
    const roots = results.all_real_roots_by_scan_ACT365 as number[];
    expect(annual).toHaveLength(roots.length);
    annual.forEach((rate, i) => {
      expect(Math.abs(rate - roots[i]!)).toBeLessThan(1e-12 * (1 + Math.abs(rate)) * 10);
    });
  });

  it('are 13 series', () => {
    expect(series.length).toBe(13);
  });
});

describe.skipIf(!PRESENT)('time-weighted returns (../shared)', () => {
  const published = data?.twr.published;
  const periods = (published?.days ?? []).map((day) => {
    return { deposits: day.deposit ?? 0, withdrawals: day.withdrawal ?? 0, value: day.value_end };
  });

  it('of the published example are those published, day by day', () => {
    const { periods: deltas, accumulated } = timeWeightedReturn(periods, 'in_at_start_out_at_end');
    published?.expected_delta.forEach((delta, i) => expect(deltas[i]).toBeCloseTo(delta, 6));
    published?.expected_accumulated.forEach((sum, i) => expect(accumulated[i]).toBeCloseTo(sum, 6));
  });

  it.each([
    ['start', 'all flows at start of day'],
    ['end', 'all flows at end of day'],
    ['mid', 'mid-day (Dietz per day)'],
    ['in_at_start_out_at_end', 'portfolio-performance (recomputed)'],
  ] as [FlowTiming, string][])('by %s', (timing, theirs) => {
    // The first day has no return in the example: it is where the series begins.
    const [first, ...rest] = periods;
    const { accumulated } = timeWeightedReturn(rest, timing, first?.value);
    const expected = published?.other_conventions_final_by_formula[theirs];
    expect(accumulated.at(-1)).toBeCloseTo(expected ?? NaN, 12);
  });
});

/** A trade of a coin for USD, with a fee in USD. */
function transactionOf([date, side, quantity, price, fee]: Trade): LedgerTransaction {
  const sign = side === 'buy' ? 1 : -1;
  const money = new Amount(quantity).times(price).times(-sign).toFixed();
  const movement = (asset: string, amount: string, role: 'amount' | 'fee' = 'amount') => {
    return { asset, amount, role, wallet: '' };
  };
  return {
    time: Date.parse(date),
    kind: side,
    movements: [
      movement('COIN', new Amount(quantity).times(sign).toFixed()),
      movement('USD', money),
      ...(fee === 0 ? [] : [movement('USD', `-${fee}`, 'fee')]),
    ],
  };
}

describe.skipIf(!PRESENT)('ghostfolio’s examples (../shared)', () => {
  it.each(data?.roai_ghostfolio ?? [])('$source', ({ transactions, end, price_end, ...theirs }) => {
    const made = account(transactions.map(transactionOf), {
      ...{ base: 'USD', method: 'average', convention: CONVENTIONS.tidemark },
      priceOf: () => null,
    });
    const { gained, value } = valuation(made, () => new Amount(price_end));
    const { grossPerformance, netPerformance, averagePrice } = theirs.expected;
    const fees = made.flows.feesPaid!;
    expect(gained!.plus(fees).toNumber()).toBeCloseTo(grossPerformance!, 8);
    if (netPerformance !== undefined) expect(gained!.toNumber()).toBeCloseTo(netPerformance, 8);
    const [held] = made.holdings;
    const average = held ? held.cost!.minus(held.fees!).div(held.quantity).toNumber() : 0;
    expect(average).toBeCloseTo(averagePrice!, 8);
    const flows = transactions.map(([date, side, quantity, price, fee]) => {
      return { time: Date.parse(date), amount: (side === 'buy' ? -1 : 1) * quantity * price - fee };
    });
    const last = { time: Date.parse(end), amount: value!.minus(made.flows.money).toNumber() };
    const { annual } = moneyWeightedReturn([...flows, last]);
    const rate = theirs.others?.xirr_annual_with_fees ?? theirs.others?.xirr_annual;
    if (rate !== undefined) expect(annual[0]).toBeCloseTo(rate, 8);
  });
});
