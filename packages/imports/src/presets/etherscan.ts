/**
 * Etherscan and its kin, the transactions of one address: `"Txhash","Blockno","UnixTimestamp","DateTime (UTC)","From","To",…,
 * "Value_IN(ETH)","Value_OUT(ETH)","CurrentValue @ $2038.09/Eth","TxnFee(ETH)",…,"Status","ErrCode"`. The coin stands in the titles,
 * and one title holds the price of the day. A call that failed moves nothing and still costs its fee, which who sends it pays.
 */
import { book, feeLeg, plainKind, type Leg } from '../booking.ts';
import type { Booking } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { columnLike, hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

/** The address that has a part in every row; null where that is not one alone. */
function ownAddress(sheet: Sheet): string | null {
  const sides = (row: Row) => [sheet.word(row, 'from'), sheet.word(row, 'to')];
  const [first, ...rest] = sheet.rows;
  const common = (first === undefined ? [] : sides(first)).filter((address) =>
    rest.every((row) => sides(row).includes(address)),
  );
  return common.length === 1 ? (common[0] ?? null) : null;
}

function readRow(sheet: Sheet, row: Row, own: string | null): Booking {
  const columns = [/^valuein/, /^valueout/, /^txnfee(?!usd)/].map(
    (pattern) => columnLike(sheet.header, pattern) ?? -1,
  );
  const [inColumn = -1, outColumn = -1, feeColumn = -1] = columns;
  const asset = /\(([^)]+)\)/.exec(sheet.title(inColumn))?.[1]?.toUpperCase() ?? '';
  const failed = sheet.word(row, 'status').startsWith('error');
  const [had, gave, fee] = [inColumn, outColumn, feeColumn].map((column) =>
    sheet.amountOr(row, column),
  );
  const legs: Leg[] = [];
  if (!failed && had) legs.push({ asset, amount: had });
  if (!failed && gave) legs.push({ asset, amount: gave.neg() });
  const cameIn = had?.gt(0) === true;
  const isSender = own === null ? !cameIn : sheet.word(row, 'from') === own;
  const moved = legs.find(({ amount }) => !amount.eq(0));
  if (isSender && fee) legs.push(feeLeg(asset, fee));
  const details = {
    time: sheet.time(row, 'unixtimestamp'),
    wallet: own ?? 'Ethereum',
    note: [sheet.text(row, 'method'), failed ? 'failed' : '']
      .filter((text) => text !== '')
      .join(', '),
    reference: sheet.text(row, 'txhash|transactionhash'),
  };
  return book(moved === undefined ? 'fee' : plainKind(moved), legs, details);
}

export const etherscan: Preset = {
  name: 'etherscan',
  recognise: (header) =>
    hasColumns(header, 'txhash|transactionhash', 'unixtimestamp', 'from', 'to') &&
    columnLike(header, /^valueout/) !== undefined,
  read: (sheet, outcomes) => {
    const own = ownAddress(sheet);
    outcomes.takeEach(sheet.rows, (row) => readRow(sheet, row, own));
  },
};
