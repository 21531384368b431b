/**
 * Smaller exports of Binance, all UTC:
 *
 *     Date(UTC),Coin,Network,Amount,TransactionFee,Address,TXID,SourceAddress,PaymentID,Status
 *     Date(UTC);Product Name;Coin;Amount
 *     Auto-Invest Date(UTC),Holding Coin,Amount per period,Trading Fee,Units,From,Status
 *
 * The first is written for deposits and for withdrawals alike: the file's name says which, or the fee that only a withdrawal
 * has. A withdrawal's amount is without the fee (the statement's is with it).
 */
import { book, feeLeg, plainKind, bookTrade, type Leg } from '../booking.ts';
import type { Booking, Ignored } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { Refusal } from '../refusal.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import type { Preset } from '../preset.ts';

const WALLET = 'Binance Spot';

function directionOf(sheet: Sheet, hasFee: boolean): 1 | -1 {
  const name = sheet.context.fileName.toLowerCase();
  const [deposits, withdrawals] = [name.includes('deposit'), /withdraw/.test(name)];
  if (hasFee || (withdrawals && !deposits)) return -1;
  if (deposits && !withdrawals) return 1;
  throw new Refusal('row', 'may be a deposit or a withdrawal: the name of the file does not say');
}

function readTransfer(sheet: Sheet, row: Row): Booking | Ignored {
  if (!/^completed|^success/.test(sheet.word(row, 'status'))) return { ignored: `not completed` };
  const fee = sheet.amountOr(row, 'transactionfee|fee');
  const asset = sheet.asset(row, 'coin');
  const amount = sheet
    .amount(row, 'amount')
    .abs()
    .times(directionOf(sheet, fee?.eq(0) === false));
  const legs: Leg[] = [{ asset, amount }, ...(fee === null ? [] : [feeLeg(asset, fee)])];
  const details = {
    time: sheet.time(row, 'dateutc'),
    wallet: WALLET,
    reference: sheet.text(row, 'txid'),
  };
  return book(plainKind({ asset, amount }), legs, details);
}

export const binanceTransfers: Preset = {
  name: 'binance-transfers',
  recognise: (header) => hasColumns(header, 'dateutc', 'coin', 'amount', 'txid', 'status'),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readTransfer(sheet, row)),
};

export const binanceEarnings: Preset = {
  name: 'binance-earnings',
  recognise: (header) => hasColumns(header, 'dateutc', 'productname', 'coin', 'amount'),
  read: (sheet, outcomes) =>
    outcomes.takeEach(sheet.rows, (row) => {
      const leg = { asset: sheet.asset(row, 'coin'), amount: sheet.amount(row, 'amount') };
      const note = sheet.text(row, 'productname');
      return book({ income: 'interest' }, [leg], {
        time: sheet.time(row, 'dateutc'),
        wallet: 'Binance Earn',
        note,
      });
    }),
};

function readPlan(sheet: Sheet, row: Row): Booking | Ignored {
  if (sheet.word(row, 'status') !== 'success') return { ignored: 'not completed' };
  const [paid, fee, had] = ['amountperperiod', 'tradingfee', 'units'].map((title) =>
    sheet.number(row, title),
  );
  if (!paid || !had) throw new Refusal('row', 'says not what was paid and what was had');
  const quote = paid.unit.toUpperCase();
  return bookTrade({
    time: sheet.time(row, 'autoinvestdateutc'),
    wallet: WALLET,
    side: 'buy',
    base: sheet.asset(row, 'holdingcoin'),
    quote,
    quantity: had.amount,
    // The fee is taken out of what is paid per period.
    total: fee?.unit.toUpperCase() === quote ? paid.amount.minus(fee.amount) : paid.amount,
    fees: fee ? [feeLeg(fee.unit.toUpperCase(), fee.amount)] : [],
  });
}

export const binanceAutoInvest: Preset = {
  name: 'binance-auto-invest',
  recognise: (header) =>
    hasColumns(header, 'autoinvestdateutc', 'holdingcoin', 'amountperperiod', 'units', 'status'),
  read: (sheet, outcomes) => outcomes.takeEach(sheet.rows, (row) => readPlan(sheet, row)),
};
