import type { Account } from '@tidemark/accounting/account';
import { londonDay } from '@tidemark/accounting/london-day';
import { writeAmount, type Amount } from '@tidemark/ledger/amount';
import type { GainsRow } from './gains-ledger.ts';

const DAY_MS = 86_400_000;

/** A decimal as text; null where it takes a price that the file does not have. */
type Figure = string | null;

/** What a sale, or the part of one that was matched to one lot, came to. Rows are counted from 1. */
interface LotLine {
  event: string;
  row: number;
  asset: string;
  wallet: string;
  qty: string;
  lot_row: number | null;
  acquired: string | null;
  disposed: string;
  /** Less the fees of the sale. */
  proceeds: Figure;
  /** With the fees of the acquisition. */
  cost: Figure;
  gain: Figure;
  term: 'SHORT' | 'LONG' | null;
  long_term: boolean | null;
}

/** The same under the UK's rules, where a day's sales are one and fees stand apart. */
interface UkLine {
  date: string;
  rule: string;
  asset: string;
  rows: number[];
  lot_rows: number[];
  qty: string;
  proceeds: Figure;
  cost: Figure;
  fees: Figure;
  gain: Figure;
}

export interface GainsReport {
  lots: (LotLine | UkLine)[];
  capital_gain: Figure;
  income: Figure;
  /** Fees that no gain has in it: capital_gain + income − fees = money had − money paid + the cost of the holdings. */
  fees: Figure;
  /** All that was paid in fees. */
  fees_paid: Figure;
  holdings: {
    asset: string;
    wallet: string | null;
    qty: string;
    cost: Figure;
    acquired: string | null;
  }[];
  refused: { row: number; asset: string; wallet: string | null; reason: string }[];
  warnings: string[];
}

type Disposal = Account['disposals'][number];
type Shortfall = Account['refused'][number];

export function reportOf(account: Account, rows: readonly GainsRow[]): GainsReport {
  const { flows } = account;
  return {
    lots: account.disposals.map((disposal) => lineOf(disposal, rows)),
    capital_gain: figure(account.realised),
    income: figure(flows.income),
    fees: figure(flows.expenses),
    fees_paid: figure(flows.feesPaid),
    holdings: account.holdings.map(({ asset, wallet, quantity, cost, acquired }) => {
      const since = acquired && (rows[acquired.transaction]?.t ?? null);
      const at = wallet === '' ? null : wallet;
      return { asset, wallet: at, qty: writeAmount(quantity), cost: figure(cost), acquired: since };
    }),
    refused: account.refused.map((shortfall) => {
      const { asset, wallet, transaction } = shortfall;
      const reason = reasonOf(shortfall);
      return { row: transaction + 1, asset, wallet: wallet === '' ? null : wallet, reason };
    }),
    warnings: [
      ...account.extrapolated.map((shortfall) => {
        const row = shortfall.transaction + 1;
        return `row ${row}: ${reasonOf(shortfall)}; booked at the average cost of what was there`;
      }),
      ...account.missing.map(({ asset, transaction }) => {
        return `row ${transaction + 1}: no price of ${asset}; what needs it is null`;
      }),
    ],
  };
}

function lineOf(disposal: Disposal, rows: readonly GainsRow[]): LotLine | UkLine {
  const { asset, wallet, quantity, disposed, acquired, proceeds, cost, gain, term } = disposal;
  if (disposal.uk !== undefined) return ukLine(disposal, disposal.uk);
  return {
    event: eventOf(disposal),
    row: disposed.transaction + 1,
    asset,
    wallet,
    qty: writeAmount(quantity),
    lot_row: acquired && acquired.transaction + 1,
    acquired: acquired && (rows[acquired.transaction]?.t ?? null),
    disposed: rows[disposed.transaction]?.t ?? '',
    proceeds: figure(proceeds),
    cost: figure(cost),
    gain: figure(gain),
    term: term && (term === 'long' ? 'LONG' : 'SHORT'),
    long_term: term && term === 'long',
  };
}

function ukLine(disposal: Disposal, uk: NonNullable<Disposal['uk']>): UkLine {
  const { asset, quantity, disposed, acquired, proceeds, cost, gain, fees } = disposal;
  const { disposing, acquiring } = fees;
  return {
    date: londonDate(disposed.time),
    rule: ruleOf(uk.rule, acquired?.time ?? 0),
    asset,
    rows: uk.disposedBy.map((at) => at + 1),
    lot_rows: uk.acquiredBy.map((at) => at + 1),
    qty: writeAmount(quantity),
    proceeds: figure(proceeds && disposing && proceeds.plus(disposing)),
    cost: figure(cost && acquiring && cost.minus(acquiring)),
    fees: figure(disposing && acquiring && disposing.plus(acquiring)),
    gain: figure(gain),
  };
}

function ruleOf(rule: 'same_day' | 'thirty_days' | 'section_104', acquired: number): string {
  if (rule === 'section_104') return 'Section 104';
  if (rule === 'same_day') return 'Same Day';
  return `Bed & Breakfast (${londonDate(acquired).split('-').reverse().join('/')})`;
}

/** As `2020-06-10`. */
function londonDate(time: number): string {
  return new Date(londonDay(time) * DAY_MS).toISOString().slice(0, 10);
}

function eventOf({ kind, role }: Disposal): string {
  if (kind === 'transfer') return 'move';
  return role === 'fee' ? 'fee' : kind;
}

function reasonOf({ asset, wallet, quantity, held }: Shortfall): string {
  const place = wallet === '' ? '' : ` in ${wallet}`;
  return `${writeAmount(quantity)} ${asset} to go, ${writeAmount(held)} there${place}`;
}

function figure(value: Amount | null): Figure {
  return value && writeAmount(value);
}
