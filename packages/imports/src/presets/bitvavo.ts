/**
 * Bitvavo: `Timezone,Date,Time,Type,Currency,Amount,Quote Currency,Quote Price,Received / Paid Currency,Received / Paid Amount,Fee
 * currency,Fee amount,Status,Transaction ID,Address`. The zone stands in a column. Amounts are signed, what is paid and what is
 * withdrawn has the fee in it. Withdrawals may lack the last cell.
 */
import { book, plainKind, tradeKind, type Leg } from '../booking.ts';
import { readZone } from '../cells/zone.ts';
import type { Booking, Ignored } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

const TYPES =
  /^(?:buy|sell|deposit|withdrawal|staking|fixed_staking|affiliate|rebate|campaign.*|loan|lending|internal_transfer|manually_assigned)/;

function timeOf(sheet: Sheet, row: Row): number {
  const named = sheet.text(row, 'timezone');
  const zone = named === '' ? null : readZone(named);
  if (named !== '' && zone === null)
    throw sheet.refusal('timezone', `${shown(named)} is no time zone`);
  const text = `${sheet.text(row, 'date')} ${sheet.text(row, 'time')}`;
  return sheet.time(row, 'date', zone === null ? {} : { row: zone }, text.trim());
}

/** A leg of which the fee is a part, apart from it. */
function withoutFee(leg: Leg, fee: Leg | null): Leg[] {
  if (fee === null) return [leg];
  const isWithin = fee.asset === leg.asset && fee.amount.abs().lte(leg.amount.abs());
  return isWithin ? [{ ...leg, amount: leg.amount.minus(fee.amount) }, fee] : [leg];
}

function readRow(sheet: Sheet, row: Row): Booking | Ignored {
  const status = sheet.word(row, 'status');
  if (/pending|cancel|reject|fail/.test(status)) return { ignored: status };
  if (!/^(?:completed|distributed)$/.test(status))
    throw sheet.refusal('status', `${shown(status)} is a state that is not known`);
  const type = sheet.word(row, 'type');
  if (!TYPES.test(type))
    throw sheet.refusal('type', `${shown(sheet.text(row, 'type'))} is not known`);
  const leg: Leg = { asset: sheet.asset(row, 'currency'), amount: sheet.amount(row, 'amount') };
  const feeAmount = sheet.amountOr(row, 'feeamount');
  const feeCoin = sheet.assetOr(row, 'feecurrency');
  const fee: Leg | null =
    feeAmount === null || feeCoin === null || feeAmount.eq(0)
      ? null
      : { asset: feeCoin, amount: feeAmount.abs().neg(), role: 'fee' };
  const details = {
    time: timeOf(sheet, row),
    wallet: 'Bitvavo',
    note: type,
    reference: sheet.text(row, 'transactionid'),
  };
  if (type === 'buy' || type === 'sell') {
    const paid: Leg = {
      asset: sheet.asset(row, 'receivedpaidcurrency'),
      amount: sheet.amount(row, 'receivedpaidamount'),
    };
    const legs = [leg, ...withoutFee(paid, fee)];
    return book(tradeKind(legs), legs, details);
  }
  const legs = withoutFee(leg, fee);
  if (leg.amount.lt(0) || /^(?:deposit|withdrawal|internal|loan)/.test(type))
    return book(plainKind(leg), legs, details);
  return book(
    { income: /staking/.test(type) ? 'staking' : /lending/.test(type) ? 'interest' : 'reward' },
    legs,
    details,
  );
}

export const bitvavo: Preset = {
  name: 'bitvavo',
  recognise: (header) =>
    hasColumns(
      header,
      'date',
      'time',
      'type',
      'currency',
      'amount',
      'receivedpaidcurrency',
      'feecurrency',
      'status',
    ),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row)),
};
