import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ConventionName } from '@tidemark/accounting/convention';
import type { Method } from '@tidemark/accounting/method';
import { Amount } from '@tidemark/ledger/amount';
import { describe, expect, it } from 'vitest';
import { gainsOf } from '../src/gains/gains-command.ts';
import { readLedger } from '../src/gains/gains-ledger.ts';
import type { GainsReport } from '../src/gains/gains-report.ts';

const FILE = fileURLToPath(
  new URL('../../../../shared/data/transactions/oracles/gains.json', import.meta.url),
);
const PRESENT = existsSync(FILE);

type Line = Record<string, string | number | boolean | null>;

/** What a tool said of a ledger. */
interface Answer {
  error?: string;
  capital_gain: string;
  income?: string;
  lots?: Line[];
  disposals?: Line[];
  holdings?: { asset: string; wallet: string; qty: string; cost: string }[];
  conservation_residual?: string;
}

interface Ledger {
  transactions: unknown[];
  results: Record<Method, Record<string, Answer>>;
}

const TOOLS: Readonly<Record<string, ConventionName>> = {
  'rp2 1.7.2': 'rp2',
  'coinbasis 0.1.0 (per wallet)': 'coinbasis',
  'BittyTax 0.6.0': 'bittytax',
};

/** Where a tool refuses what it cannot hold, and ours says this: docs/portfolio.md. */
const LIMITS: Readonly<Record<string, string>> = {
  'S11_dust rp2': '292.24444444444144513525',
  'S13_airdrop_zero rp2': '800',
  'S16_loss_all rp2': '-106',
};

const ledgers = PRESENT
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as { ledgers: Record<string, Ledger> }).ledgers
  : {};
const cases = Object.entries(ledgers).flatMap(([name, { transactions, results }]) =>
  Object.entries(results).flatMap(([method, answers]) =>
    Object.entries(answers).flatMap(([tool, answer]) => {
      const convention = TOOLS[tool];
      const report = (by: ConventionName) =>
        gainsOf(readLedger({ transactions }), method as Method, by);
      return convention === undefined ? [] : [{ name, method, convention, answer, report }];
    }),
  ),
);

/** Tools carry 28 to 31 digits. */
function near(ours: unknown, theirs: string): void {
  expect(typeof ours).toBe('string');
  expect(new Amount(ours as string).minus(theirs).abs().lt('1e-18')).toBe(true);
}

/** Every field of a line that ours has too. rp2 lists income among its lots: those have no lot. */
function compareLots(report: GainsReport, { lots, disposals = [] }: Answer): void {
  const theirs = (lots ?? disposals).filter((line) => line.lot_row !== null);
  expect(report.lots).toHaveLength(theirs.length);
  theirs.forEach((line, i) => {
    const ours = report.lots[i] as unknown as Line;
    for (const [field, value] of Object.entries(line)) {
      if (['qty', 'proceeds', 'cost', 'gain', 'fees'].includes(field))
        near(ours[field], `${value}`);
      else expect(`${field} ${ours[field]}`).toBe(`${field} ${value}`);
    }
  });
}

function compareHoldings(report: GainsReport, holdings: NonNullable<Answer['holdings']>): void {
  expect(report.holdings).toHaveLength(holdings.length);
  holdings.forEach(({ asset, wallet, qty, cost }, i) => {
    expect(report.holdings[i]).toMatchObject({ asset, wallet });
    near(report.holdings[i]?.qty, qty);
    near(report.holdings[i]?.cost, cost);
  });
}

describe.skipIf(!PRESENT)('the answers of other tools (../shared)', () => {
  it.each(cases)('$name, $method: $convention', ({ name, convention, answer, report }) => {
    const ours = report(convention);
    const limit = LIMITS[`${name} ${convention}`];
    if (answer.error !== undefined) {
      if (limit === undefined) expect(ours.refused).not.toEqual([]);
      else expect(ours.capital_gain).toBe(limit);
      return;
    }
    near(ours.capital_gain, answer.capital_gain);
    if (answer.income !== undefined) near(ours.income, answer.income);
    compareLots(ours, answer);
    if (answer.holdings !== undefined) compareHoldings(ours, answer.holdings);
    // What their sums lack is what ours has as expenses.
    if (answer.conservation_residual !== undefined) near(ours.fees, answer.conservation_residual);
  });

  it('has all 23 ledgers by three tools', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(23);
    expect(cases).toHaveLength(207);
  });

  it('ours alone: money had − money paid + cost of what is left, in every ledger', () => {
    for (const { name, method, report } of cases) {
      const { capital_gain: gain, income, fees, holdings } = report('tidemark');
      if (gain === null) continue;
      const left = holdings.reduce((sum, { cost }) => sum.plus(cost ?? NaN), new Amount(0));
      const money = moneyOf(ledgers[name]?.transactions ?? []);
      const sum = new Amount(gain).plus(income ?? NaN).minus(fees ?? NaN);
      expect(`${name} ${method} ${sum.toFixed()}`).toBe(
        `${name} ${method} ${money.plus(left).toFixed()}`,
      );
    }
  });
});

/** Money had less money paid. */
function moneyOf(transactions: unknown[]): Amount {
  return readLedger({ transactions })
    .flatMap(({ transaction }) => transaction.movements)
    .filter(({ asset }) => asset === 'USD')
    .reduce((sum, { amount }) => sum.plus(amount), new Amount(0));
}
