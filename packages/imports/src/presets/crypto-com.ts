/**
 * crypto.com app, UTC:
 *
 *     Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,Native Currency,Native Amount,…,Transaction Kind
 *
 * The amount is signed. The native amount is signed in 2020 and positive in 2025, so it never says a direction. Small amounts
 * and swaps are rows of one second, `…_debited` and `…_credited`, many to one. What the file says moved is Amount and To Amount
 * of every row, though a lock repeats what its commit brings, and a payment tells itself twice.
 */
import type { IncomeKind, TransactionKind } from '@tidemark/ledger/transaction';
import { book, plainKind, tradeKind, type Leg } from '../booking.ts';
import { groupBy, type Piece } from '../joining.ts';
import type { Booking, Outcomes, Stated } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

interface Entry extends Piece {
  kind: string;
  to: Stated | null;
  native: Stated | null;
  note: string;
}

const WALLET = 'crypto.com App';
const LOCKED = 'crypto.com Locked';
const HALVES = /_(?:credited|debited)$/;
const INCOMES: readonly [IncomeKind, RegExp][] = [
  ['cashback', /cashback|^reimbursement$|card_cashback|rebate/],
  ['interest', /interest_paid$|earn_interest/],
  ['staking', /stake_reward|compound_interest|staking|dpos_reward/],
  ['airdrop', /airdrop/],
  ['reward', /reward|referral|bonus|gift|campaign|admin_wallet_credited|supercharger/],
];
const OTHERS: readonly [TransactionKind, TransactionKind, RegExp][] = [
  // How it goes, how it comes.
  ['gift_out', 'gift_in', /^crypto_transfer$/],
  ['spend', 'transfer_in', /payment|card_top_up|pay_/],
];

function readEntry(sheet: Sheet, row: Row): Entry {
  const pair = (currency: string, amount: string): Stated | null => {
    const [asset, number] = [sheet.assetOr(row, currency), sheet.amountOr(row, amount)];
    return asset === null || number === null ? null : { asset, amount: number };
  };
  return {
    row,
    time: sheet.time(row, 'timestamputc|timestamp'),
    asset: sheet.asset(row, 'currency'),
    amount: sheet.amount(row, 'amount'),
    kind: sheet.word(row, 'transactionkind'),
    to: pair('tocurrency', 'toamount'),
    native: pair('nativecurrency', 'nativeamount'),
    note: sheet.text(row, 'transactiondescription'),
  };
}

function statedOf({ asset, amount, to }: Entry): Stated[] {
  return to === null ? [{ asset, amount }] : [{ asset, amount }, to];
}

/** A limit order's money is set aside, given back, or spent from where it was set aside. */
function lockLegs({ kind, asset, amount, to }: Entry): Leg[] | null {
  if (/_(?:un)?lock$/.test(kind) && to !== null) {
    return [
      { asset, amount },
      { asset, amount: amount.neg(), wallet: LOCKED },
    ];
  }
  if (/_commit$/.test(kind) && to !== null) return [{ asset, amount, wallet: LOCKED }, to];
  return null;
}

function kindOf({ kind, asset, amount }: Entry): Parameters<typeof book>[0] {
  const income =
    amount.gt(0) && !/lockup_swap/.test(kind) && INCOMES.find(([, words]) => words.test(kind))?.[0];
  if (income) return { income };
  const other = OTHERS.find(([, , words]) => words.test(kind));
  if (other !== undefined) return amount.lt(0) ? other[0] : other[1];
  return plainKind({ asset, amount });
}

function bookAlone(entry: Entry): Booking {
  const { asset, amount, time, note, kind, to, native } = entry;
  const details = { time, wallet: WALLET, note: `${note} (${kind})` };
  const stated = statedOf(entry);
  const locked = lockLegs(entry);
  if (locked !== null)
    return {
      ...book(/_commit$/.test(kind) ? tradeKind(locked) : 'transfer', locked, details),
      stated,
    };
  if (/purchase/.test(kind) && to === null && native !== null && amount.gt(0)) {
    // Paid by card or bank: the money never was in the app.
    const legs: Leg[] = [
      { asset, amount },
      { asset: native.asset, amount: native.amount.abs().neg(), wallet: '' },
    ];
    return { ...book(tradeKind(legs), legs, details), stated };
  }
  if (to !== null && to.asset !== asset) {
    const legs: Leg[] = [
      { asset, amount: amount.abs().neg() },
      { asset: to.asset, amount: to.amount.abs() },
    ];
    return { ...book(tradeKind(legs), legs, details), stated };
  }
  return { ...book(kindOf(entry), [{ asset, amount }], details), stated };
}

function read(sheet: Sheet, outcomes: Outcomes): void {
  const entries = outcomes.readEach(sheet.rows, (row) => readEntry(sheet, row));
  const groups = groupBy(entries, ({ kind, time, row }) =>
    HALVES.test(kind) ? `${kind.replace(HALVES, '')} ${time}` : `line ${row.line}`,
  );
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    if (group.length === 1) outcomes.take([first.row], bookAlone(first));
    else {
      const legs = group.map(({ asset, amount }) => ({ asset, amount }));
      const details = {
        time: first.time,
        wallet: WALLET,
        note: `${first.note} (${first.kind.replace(HALVES, '')})`,
      };
      outcomes.take(
        group.map(({ row }) => row),
        { ...book(tradeKind(legs), legs, details), stated: group.flatMap(statedOf) },
      );
    }
  }
}

export const cryptoCom: Preset = {
  name: 'crypto-com-app',
  recognise: (header) =>
    hasColumns(
      header,
      'timestamputc|timestamp',
      'currency',
      'amount',
      'tocurrency',
      'toamount',
      'transactionkind',
    ),
  read,
};
