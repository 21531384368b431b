/**
 * Ledger Live, ISO times: `Operation Date,Status,Currency Ticker,Operation Type,Operation Amount,Operation Fees,Operation Hash,Account
 * Name,…`. Nothing is signed. What goes OUT has the fee in it; what comes IN shows a fee that the sender paid. A failed
 * operation moves nothing but its fee; delegations and the like cost a fee alone.
 */
import { ZERO } from '@tidemark/ledger/amount';
import { book, feeLeg, plainKind, type Leg } from '../booking.ts';
import type { Booking, Ignored } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

const FEE_ALONE =
  /^(?:fees?|delegate|undelegate|redelegate|bond|unbond|nominate|chill|vote|stake|unstake|approve|reveal|opt_in|opt_out|set_controller|create|none|contract_call|freeze|unfreeze|register)$/;

function readRow(sheet: Sheet, row: Row): Booking | Ignored {
  const asset = sheet.asset(row, 'currencyticker');
  const type = sheet.word(row, 'operationtype');
  const status = sheet.word(row, 'status');
  const fee = sheet.amountOr(row, 'operationfees') ?? ZERO;
  const details = {
    time: sheet.time(row, 'operationdate'),
    wallet: sheet.text(row, 'accountname') || 'Ledger',
    note: type,
    reference: sheet.text(row, 'operationhash'),
  };
  if (status === 'failed' && type !== 'in')
    return book('fee', [feeLeg(asset, fee)], { ...details, note: `${type}, failed` });
  if (status === 'failed' || status === 'pending') return { ignored: status };
  if (status !== 'confirmed')
    throw sheet.refusal('status', `${shown(status)} is a state that is not known`);
  const amount = sheet.amount(row, 'operationamount').abs();
  if (type === 'in' || type === 'nft_in') {
    const leg: Leg = { asset, amount };
    return book(plainKind(leg), [leg], details);
  }
  if (/^reward/.test(type)) return book({ income: 'staking' }, [{ asset, amount }], details);
  if (FEE_ALONE.test(type)) return book('fee', [feeLeg(asset, fee)], details);
  if (type !== 'out' && type !== 'nft_out')
    throw sheet.refusal('operationtype', `${shown(type)} is not known`);
  if (fee.gt(amount))
    throw sheet.refusal('operationfees', 'is more than the amount that has it in it');
  const leg: Leg = { asset, amount: amount.minus(fee).neg() };
  return book(plainKind(leg), [leg, feeLeg(asset, fee)], details);
}

export const ledgerLive: Preset = {
  name: 'ledger-live',
  recognise: (header) =>
    hasColumns(
      header,
      'operationdate',
      'currencyticker',
      'operationtype',
      'operationamount',
      'operationfees',
    ),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row)),
};
