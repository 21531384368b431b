import { account, type Account } from '@tidemark/accounting/account';
import { CONVENTIONS } from '@tidemark/accounting/convention';
import { lotsOf } from '@tidemark/accounting/lots';
import type { Method } from '@tidemark/accounting/method';
import { Amount, sumOf } from '@tidemark/ledger/amount';
import { describe, expect, it } from 'vitest';
import { entries, expected, RP2_PRESENT, type Cells, type Entry } from './rp2-table.ts';

/** One line of rp2's detail, by our figures: an income, or what a disposal took of a lot. */
interface Taxed {
  event: Entry;
  quantity: Amount;
  proceeds: Amount;
  cost: Amount;
  gain: Amount;
  lot: { entry: Entry; index: number; fees: Amount } | null;
}

const cases = RP2_PRESENT
  ? Object.entries(expected()).flatMap(([run, coins]) => {
      const [, set = '', method = ''] = /^(.+)_generic_(\w+)$/.exec(run) ?? [];
      return Object.entries(coins).map(([coin, answer]) => {
        return { run, coin, rows: entries(set, coin), method: method as Method, answer };
      });
    })
  : [];

function accountOf(rows: readonly Entry[], method: Method): Account {
  const convention = CONVENTIONS.rp2;
  const transactions = rows.map(({ transaction }) => transaction);
  return account(transactions, { base: 'USD', method, convention, priceOf: () => null });
}

/** In order of time. rp2 writes income beside disposals, with a cost of nothing. */
function taxed({ disposals, incomes }: Account, rows: readonly Entry[]): Taxed[] {
  const zero = new Amount(0);
  const all: Taxed[] = [
    ...incomes.map(({ transaction, quantity, value }) => {
      const event = rows[transaction]!;
      return { event, quantity, proceeds: value!, cost: zero, gain: value!, lot: null };
    }),
    ...disposals.map(({ disposed, acquired, quantity, proceeds, cost, gain, fees }) => {
      const index = acquired!.transaction;
      const lot = { entry: rows[index]!, index, fees: fees.acquiring! };
      const event = rows[disposed.transaction]!;
      return { event, quantity, proceeds: proceeds!, cost: cost!, gain: gain!, lot };
    }),
  ];
  return all.sort((a, b) => a.event.transaction.time - b.event.transaction.time);
}

/** rp2 carries 31 digits and prints some figures as floating point. */
function near(ours: Amount, theirs: string | undefined): void {
  const allowed = ours.abs().plus(1).times('1e-15');
  expect(`${ours.minus(theirs!).abs().lte(allowed) ? theirs : ours.toFixed()}`).toBe(theirs);
}

const changeOf = ({ transaction }: Entry, coin: string) =>
  sumOf(
    transaction.movements.filter((m) => m.asset === coin).map((m) => new Amount(m.amount)),
  ).abs();
const time = ({ transaction }: Entry) => transaction.time;
const theirTime = (text: string | undefined) => Date.parse(text!.replace(' ', 'T'));

function compareEvent(ours: Taxed, theirs: Cells, coin: string): void {
  const whole = changeOf(ours.event, coin);
  expect(ours.event.event).toBe(theirs.event_type);
  expect(time(ours.event)).toBe(theirTime(theirs.event_time));
  near(ours.quantity, theirs.amount);
  near(ours.gain, theirs.gain);
  near(ours.proceeds, theirs.event_fiat);
  near(ours.quantity.div(whole), theirs.event_fraction);
  near(new Amount(ours.event.transaction.price!.amount), theirs.event_spot);
  expect([theirs.asset, theirs.event_id]).toEqual([coin, ours.event.id]);
  // In a country that knows no long term.
  expect(theirs.term).toBe('SHORT');
}

function compareLot({ lot, cost, quantity }: Taxed, theirs: Cells, coin: string): void {
  if (lot === null) {
    expect(theirs.lot_time).toBeUndefined();
    return;
  }
  const { entry, fees } = lot;
  expect(time(entry)).toBe(theirTime(theirs.lot_time));
  near(cost, theirs.lot_fiat);
  near(cost, theirs.lot_cost_basis);
  near(fees, theirs.lot_fee);
  near(quantity.div(changeOf(entry, coin)), theirs.lot_fraction);
  near(new Amount(entry.transaction.price!.amount), theirs.lot_spot);
  expect(theirs.lot_id).toBe(entry.id);
}

/** `2/3: 0.30000000 of 1.00000000 BTC`: which part of all that were taken of it. */
function part(all: readonly Taxed[], one: Taxed, of: 'event' | 'lot', coin: string): string {
  const entry = of === 'event' ? one.event : one.lot!.entry;
  const parts = all.filter((each) => (of === 'event' ? each.event : each.lot?.entry) === entry);
  const whole = changeOf(entry, coin).toFixed(8);
  return `${parts.indexOf(one) + 1}/${parts.length}: ${one.quantity.toFixed(8)} of ${whole} ${coin}`;
}

function compareYears(lines: readonly Taxed[], summary: readonly Cells[], coin: string): void {
  const key = ({ event }: Taxed) => {
    return `${new Date(time(event)).getUTCFullYear()} ${event.event.split(' / ')[1]}`;
  };
  const groups = Map.groupBy(lines, key);
  expect(groups.size).toBe(summary.length);
  for (const line of summary) {
    const group = groups.get(`${line.year} ${line.type}`) ?? [];
    near(sumOf(group.map(({ gain }) => gain)), line.capital_gain);
    near(sumOf(group.map(({ quantity }) => quantity)), line.crypto_taxable);
    near(sumOf(group.map(({ proceeds }) => proceeds)), line.fiat_taxable);
    near(sumOf(group.map(({ cost }) => cost)), line.fiat_cost_basis);
    expect([line.asset, line.term]).toEqual([coin, 'SHORT']);
  }
}

function compareBalances(rows: readonly Entry[], balances: readonly Cells[], coin: string): Amount {
  const moved = rows.flatMap(({ transaction: { kind, movements } }) =>
    movements
      .filter(({ asset }) => asset === coin)
      .map((m) => ({ ...m, kind, by: new Amount(m.amount) })),
  );
  expect(new Set(moved.map(({ wallet }) => wallet)).size).toBe(balances.length);
  const finals = balances.map(({ exchange, holder, asset, ...theirs }) => {
    const own = moved.filter(({ wallet }) => wallet === `${exchange} ${holder}`);
    const sum = (is: (m: (typeof own)[number]) => boolean) =>
      sumOf(own.filter(is).map(({ by }) => by));
    near(
      sum(({ kind, by }) => by.gt(0) && kind !== 'transfer'),
      theirs.acquired,
    );
    near(
      sum(({ kind, by }) => by.gt(0) && kind === 'transfer'),
      theirs.received,
    );
    near(sum(({ by }) => by.lt(0)).abs(), theirs.sent);
    near(
      sum(() => true),
      theirs.final,
    );
    expect(asset).toBe(coin);
    return sum(() => true);
  });
  return sumOf(finals);
}

describe.skipIf(!RP2_PRESENT)('rp2’s examples (../shared)', () => {
  it.each(cases)('$run: $coin', ({ coin, rows, method, answer }) => {
    const made = accountOf(rows, method);
    const lines = taxed(made, rows);
    expect(made.refused).toEqual([]);
    expect(lines).toHaveLength(answer.detail.length);
    let running = new Amount(0);
    lines.forEach((line, i) => {
      const theirs = answer.detail[i]!;
      running = running.plus(line.quantity);
      near(running, theirs.running_sum);
      compareEvent(line, theirs, coin);
      compareLot(line, theirs, coin);
      expect(part(lines, line, 'event', coin)).toBe(theirs.event_fraction_text);
      if (line.lot) expect(part(lines, line, 'lot', coin)).toBe(theirs.lot_fraction_text);
    });
    compareYears(lines, answer.yearly_summary, coin);
    const held = compareBalances(rows, answer.balances, coin);
    expect(sumOf(made.holdings.map(({ quantity }) => quantity)).eq(held)).toBe(true);
    near(averageOf(made), answer.average_price);
  });

  it('is four methods of six coins', () => {
    expect(cases).toHaveLength(24);
  });
});

/** What a unit cost on average, of all that was ever acquired. */
function averageOf(made: Account): Amount {
  const lots = lotsOf(made);
  return sumOf(lots.map(({ cost }) => cost!)).div(sumOf(lots.map(({ quantity }) => quantity)));
}
