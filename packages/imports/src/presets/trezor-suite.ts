/**
 * Trezor Suite: `Timestamp;Date;Time;Type;Transaction ID;Fee;Fee unit;Address;Label;Amount;Amount unit;Fiat (EUR);Other`, `;` or `,`. The
 * timestamp is epoch seconds; date and time beside it follow the user's language and are not read. Nothing is signed; of what is
 * sent the fee comes on top, and of what is sent to oneself only the fee is gone. An older shape names no coin:
 * `Date & Time;Type;Transaction ID;Addresses;Fee;Total`.
 */
import { book, feeLeg, plainKind, type Leg } from '../booking.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

const WALLET = 'Trezor';

function readRow(sheet: Sheet, row: Row): Booking {
  const type = sheet.word(row, 'type');
  const asset = sheet.asset(row, 'amountunit');
  const [fee, coin] = [sheet.amountOr(row, 'fee'), sheet.assetOr(row, 'feeunit')];
  const fees = fee === null || fee.eq(0) ? [] : [feeLeg(coin ?? asset, fee)];
  const details = {
    time: sheet.time(row, 'timestamp'),
    wallet: WALLET,
    note: sheet.text(row, 'label'),
    reference: sheet.text(row, 'transactionid'),
  };
  if (type === 'self' || type === 'failed') return book('fee', fees, details);
  const amount = sheet.amount(row, 'amount').abs();
  const leg: Leg = { asset, amount: type === 'recv' ? amount : amount.neg() };
  if (type === 'recv') return book(plainKind(leg), [leg], details);
  if (type !== 'sent')
    throw sheet.refusal('type', `${shown(sheet.text(row, 'type'))} is not known`);
  return book(plainKind(leg), [leg, ...fees], details);
}

export const trezorSuite: Preset = {
  name: 'trezor-suite',
  recognise: (header) =>
    hasColumns(
      header,
      'timestamp',
      'type',
      'transactionid',
      'fee',
      'feeunit',
      'amount',
      'amountunit',
    ),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row)),
};

export const trezorSuiteOld: Preset = {
  name: 'trezor-suite-old',
  recognise: (header) =>
    hasColumns(header, 'datetime', 'type', 'transactionid', 'addresses', 'fee', 'total'),
  read: (sheet, outcomes) =>
    outcomes.takeEach(sheet.rows, () => {
      throw sheet.refusal(
        'total',
        'names no coin, and neither does the file: export it from the account again',
      );
    }),
};
