/**
 * Bitpanda, under 5 to 7 lines about the account, ISO times with an offset: `"Transaction ID",Timestamp,"Transaction Type",In/Out,"Amount
 * Fiat",Fiat,"Amount Asset",Asset,…,Fee,"Fee asset",…`. In/Out is the way of the money in a trade, so that a purchase is outgoing;
 * of a transfer it is the way of what is transferred. `-` is empty.
 */
import { book, bookTrade, feeLeg, plainKind } from '../booking.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

function readRow(sheet: Sheet, row: Row): Booking {
  const type = sheet.word(row, 'transactiontype');
  const [fiat, money] = [sheet.assetOr(row, 'fiat'), sheet.amountOr(row, 'amountfiat')];
  const quantity = sheet.amountOr(row, 'amountasset');
  const asset = quantity === null ? fiat : sheet.asset(row, 'asset');
  if (asset === null) throw sheet.refusal('asset', 'is empty');
  const [fee, coin] = [sheet.amountOr(row, 'fee'), sheet.assetOr(row, 'feeasset')];
  const fees = fee === null || fee.eq(0) ? [] : [feeLeg(coin ?? fiat ?? asset, fee)];
  const details = {
    time: sheet.time(row, 'timestamp'),
    wallet: 'Bitpanda',
    note: type,
    reference: sheet.text(row, 'transactionid'),
  };
  if (type === 'buy' || type === 'sell') {
    if (fiat === null || money === null) throw sheet.refusal('amountfiat', 'is empty');
    if (quantity === null) throw sheet.refusal('amountasset', 'is empty');
    return bookTrade({
      ...details,
      side: type,
      base: asset,
      quote: fiat,
      quantity,
      total: money,
      fees,
    });
  }
  const amount = quantity ?? money;
  if (amount === null) throw sheet.refusal('amountasset', 'is empty');
  const way = sheet.word(row, 'inout');
  if (way !== 'incoming' && way !== 'outgoing')
    throw sheet.refusal('inout', `${shown(way)} is neither incoming nor outgoing`);
  const leg = { asset, amount: way === 'incoming' ? amount.abs() : amount.abs().neg() };
  const isReward = way === 'incoming' && /reward|staking|cashback|bonus|airdrop/.test(type);
  return book(
    isReward ? { income: /stak/.test(type) ? 'staking' : 'reward' } : plainKind(leg),
    [leg, ...fees],
    details,
  );
}

export const bitpanda: Preset = {
  name: 'bitpanda',
  recognise: (header) =>
    hasColumns(
      header,
      'transactionid',
      'timestamp',
      'transactiontype',
      'inout',
      'amountfiat',
      'amountasset',
    ),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row)),
};
