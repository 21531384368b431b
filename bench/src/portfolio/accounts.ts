import { account } from '@tidemark/accounting/account';
import { Books } from '@tidemark/accounting/books';
import { CONVENTIONS } from '@tidemark/accounting/convention';
import { METHODS } from '@tidemark/accounting/method';
import type { Terms } from '@tidemark/accounting/terms';
import { ZERO, readAmount, type Amount } from '@tidemark/ledger/amount';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import { Big } from 'big.js';
import { line } from '../analytics/line.ts';
import { bestCpu } from './cpu.ts';
import { madeAssets, madeLedger, madePrices } from './made-ledger.ts';

const ASSETS = 100;
const WEEK_MS = 7 * 86_400_000;
/** What an account may cost, times a bare pass, and an edit of last week, times the account. */
const [MOST, MOST_EDIT] = [5, 0.1];

/**
 * Prints what an account costs with each method beside bare passes over the same rows, and what an edit of last week costs beside the
 * whole account. Answers whether both targets are met.
 */
export function accountCosts(count: number, rounds: number): boolean {
  const assets = madeAssets(ASSETS);
  const ledger = madeLedger(count, assets);
  const priceOf = madePrices(assets);
  const bare = bestCpu(rounds, () => sumsOf(ledger));
  const bareBig = bestCpu(rounds, () => sumsByBig(ledger));
  process.stdout.write(
    `${count} transactions of ${ASSETS} assets, CPU ms, best of ${rounds}\n` +
      line('', ['ms', '× bare', '× big.js', 'edit', 'share']) +
      line('bare pass', [bare.toFixed(1), 1, (bare / bareBig).toFixed(2)]) +
      line('bare pass by big.js', [bareBig.toFixed(1), (bareBig / bare).toFixed(1), 1]),
  );
  let [worst, worstEdit] = [0, 0];
  for (const method of METHODS) {
    const terms = { base: 'USD', method, convention: CONVENTIONS.tidemark, priceOf };
    const whole = bestCpu(rounds, () => account(ledger, terms));
    const edit = editOf(ledger, terms, rounds);
    worst = Math.max(worst, whole / bare);
    worstEdit = Math.max(worstEdit, edit / whole);
    const cells = [whole / bare, whole / bareBig, edit].map((value) => value.toFixed(1));
    process.stdout.write(line(method, [whole.toFixed(0), ...cells, (edit / whole).toFixed(3)]));
  }
  const [fast, resumed] = [worst <= MOST, worstEdit < MOST_EDIT];
  process.stdout.write(
    `at most ${MOST} × a bare pass: ${fast ? 'yes' : 'NO'} (${worst.toFixed(1)})\n` +
      `an edit of last week under ${MOST_EDIT} of the whole: ${resumed ? 'yes' : 'NO'} (${worstEdit.toFixed(3)})\n\n`,
  );
  return fast && resumed;
}

/** One transaction of a week before the end is another. */
function editOf(ledger: readonly LedgerTransaction[], terms: Terms, rounds: number): number {
  const books = Books.of(ledger, terms);
  const from = (ledger.at(-1)?.time ?? 0) - WEEK_MS;
  const [first, ...others] = ledger.filter(({ time }) => time >= from);
  const edited = first === undefined ? [] : [{ ...first, note: 'edited' }, ...others];
  return bestCpu(rounds * 3, () => books.replace(from, edited));
}

/** A bare pass: each amount is read as a decimal and added to its asset. */
function sumsOf(ledger: readonly LedgerTransaction[]): Map<string, Amount> {
  const sums = new Map<string, Amount>();
  for (const { movements } of ledger) {
    for (const { asset, amount } of movements) {
      sums.set(asset, (sums.get(asset) ?? ZERO).plus(readAmount(amount) ?? ZERO));
    }
  }
  return sums;
}

/** The same by a library that everybody has. */
function sumsByBig(ledger: readonly LedgerTransaction[]): Map<string, Big> {
  const sums = new Map<string, Big>();
  for (const { movements } of ledger) {
    for (const { asset, amount } of movements) {
      sums.set(asset, (sums.get(asset) ?? new Big(0)).plus(new Big(amount)));
    }
  }
  return sums;
}
