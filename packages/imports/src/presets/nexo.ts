/**
 * Nexo, in four shapes and growing (the oldest has one currency and amount), UTC where the title says so:
 *
 *     Transaction,Type,Input Currency,Input Amount,Output Currency,Output Amount,USD Equivalent,(Fee,Fee Currency,)Details,…,Date / Time (UTC)
 *
 * Whether it happened is the first word of Details. The input is negative, or positive, by the type; the type alone says which
 * way. Fee and output of a withdrawal do not always make its input: the input counts. What only changes a loan moves no coin.
 */
import type { IncomeKind } from '@tidemark/ledger/transaction';
import { book, feeLeg, plainKind, tradeKind, type Leg } from '../booking.ts';
import type { Booking, Ignored } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

const WALLET = 'Nexo';
const LOCKED = 'Nexo Term';
const TRADES =
  /^(?:exchange|exchange deposited on|exchange to withdraw|credit card fiatx exchange to withdraw|dual investment exchange|exchange collateral|exchange credit|manual exchange)$/;
const LOCK =
  /^(?:locking term deposit|dual investment lock|transfer out|transfer to pro wallet|locking)/;
const UNLOCK =
  /^(?:unlocking term deposit|dual investment unlock|transfer in|transfer from pro wallet|unlocking)/;
const LOAN =
  /^(?:repayment|manual repayment|credit card status|nexo card purchase|credit card overdraft cashback fee|withdrawal credit|loan withdrawal)$/;
const INCOMES: readonly [IncomeKind, RegExp][] = [
  ['interest', /^(?:interest|fixed term interest|dual investment interest|interest additional)$/],
  ['cashback', /cashback/],
  ['reward', /bonus|dividend|reward|referral/],
];

function legOf(asset: string, amount: Leg['amount']): Leg {
  return { asset, amount };
}

function readRow(sheet: Sheet, row: Row): Booking | Ignored {
  const state = sheet.word(row, 'details').split('/')[0]?.trim() ?? '';
  if (/^(?:pending|rejected|canceled|cancelled|processing)$/.test(state)) return { ignored: state };
  if (state !== 'approved') throw sheet.refusal('details', 'begin with no state that is known');
  const type = sheet.word(row, 'type');
  const input = legOf(
    sheet.asset(row, 'inputcurrency|currency'),
    sheet.amount(row, 'inputamount|amount'),
  );
  const output = sheet.assetOr(row, 'outputcurrency');
  const size = input.amount.abs();
  const details = {
    time: sheet.time(row, 'datetimeutc|datetime'),
    wallet: WALLET,
    note: `${sheet.text(row, 'type')}: ${sheet.text(row, 'details')}`,
    reference: sheet.text(row, 'transaction'),
  };
  if (TRADES.test(type) && output !== null) {
    const legs = [
      legOf(input.asset, size.neg()),
      legOf(output, sheet.amount(row, 'outputamount').abs()),
      ...feesOf(sheet, row),
    ];
    return book(tradeKind(legs), legs, details);
  }
  if (LOAN.test(type) || (type === 'interest' && input.amount.lt(0)))
    return { ignored: 'of the loan: moves no coin' };
  if (LOCK.test(type) || UNLOCK.test(type)) {
    const there = LOCK.test(type) ? size : size.neg();
    return book(
      'transfer',
      [legOf(input.asset, there.neg()), { asset: input.asset, amount: there, wallet: LOCKED }],
      details,
    );
  }
  const income = INCOMES.find(([, words]) => words.test(type))?.[0];
  if (income !== undefined) return book({ income }, [legOf(input.asset, size)], details);
  return readTransfer(sheet, row, { type, asset: input.asset, size, details });
}

interface Transfer {
  type: string;
  asset: string;
  size: Leg['amount'];
  details: Parameters<typeof book>[2];
}

function readTransfer(sheet: Sheet, row: Row, { type, asset, size, details }: Transfer): Booking {
  if (/^(?:deposit|deposit to exchange|top up crypto|airdrop)$/.test(type)) {
    const leg = legOf(asset, size);
    return book(type === 'airdrop' ? { income: 'airdrop' } : plainKind(leg), [leg], details);
  }
  if (/^(?:liquidation|manual sell order|repay with crypto)$/.test(type))
    return book('spend', [legOf(asset, size.neg())], details);
  if (!/^(?:withdrawal|withdraw exchanged|withdraw)$/.test(type)) {
    throw sheet.refusal('type', `${shown(sheet.text(row, 'type'))} is not known`);
  }
  // The fee is within what leaves.
  const fees = feesOf(sheet, row).filter((fee) => fee.asset === asset && fee.amount.abs().lt(size));
  const amount = fees.reduce((rest, fee) => rest.minus(fee.amount), size.neg());
  return book(plainKind({ asset, amount }), [legOf(asset, amount), ...fees], details);
}

function feesOf(sheet: Sheet, row: Row): Leg[] {
  const [fee, coin] = [sheet.amountOr(row, 'fee'), sheet.assetOr(row, 'feecurrency')];
  return fee === null || coin === null || fee.eq(0) ? [] : [feeLeg(coin, fee)];
}

export const nexo: Preset = {
  name: 'nexo',
  recognise: (header) =>
    hasColumns(
      header,
      'transaction',
      'type',
      'inputcurrency|currency',
      'inputamount|amount',
      'usdequivalent',
      'details',
      'datetimeutc|datetime',
    ),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row)),
};
