/**
 * Kraken, ledgers (9 to 16 columns, which people choose), UTC:
 *
 *     txid,refid,time,type,(subtype),aclass,(subclass),asset,(wallet),amount,fee,balance,(amountusd,…,feecurrency)
 *
 * The amount is signed; the fee is not, and comes on top: balance = before + amount − fee, in the row's asset unless
 * `feecurrency` names another. A row without txid was requested only, and comes again when it is booked. Rows of one refid are
 * one movement, but a refid may be empty or "Unknown", and one allocation holds several coins.
 */
import type { IncomeKind } from '@tidemark/ledger/transaction';
import { book, plainKind, tradeKind, type Leg } from '../booking.ts';
import { earliest, groupBy, pairUp, type Piece } from '../joining.ts';
import { UTC } from '../cells/zone.ts';
import type { Ignored, Outcomes } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import { krakenAsset } from './kraken-codes.ts';
import type { Preset } from '../preset.ts';

interface Entry extends Piece {
  refid: string;
  type: string;
  subtype: string;
  wallet: string;
  fee: Leg | null;
}

const TRADES = new Set([
  'trade',
  'spend',
  'receive',
  'sale',
  'conversion',
  'tradespot',
  'dustsweeping',
  'nfttrade',
]);
const MOVES = new Set([
  'allocation',
  'autoallocation',
  'deallocation',
  'autodeallocation',
  'migration',
]);
const INCOMES: Readonly<Record<string, IncomeKind>> = {
  staking: 'staking',
  reward: 'reward',
  airdrop: 'airdrop',
  credit: 'other',
  'invite bonus': 'reward',
  dividend: 'other',
};
/** Coins that came of themselves, by way of a futures account too. */
const FORKS = new Set(['BSV', 'BCH', 'FLR', 'SGB', 'ETHW', 'ETHF', 'LUNA2']);
/** The two sides of a move to staking and back have each a refid, and are booked one after the other. */
const MOVE_MS = 15 * 60_000;

function readEntry(sheet: Sheet, row: Row): Entry | Ignored {
  if (sheet.has('txid') && sheet.text(row, 'txid') === '')
    return { ignored: 'requested: booked in another row' };
  const asset = krakenAsset(sheet.asset(row, 'asset'));
  const amount = sheet.amount(row, 'amount');
  const feeAmount = sheet.amountOr(row, 'fee');
  const feeCoin = sheet.assetOr(row, 'feecurrency');
  const wallet = sheet.text(row, 'wallet');
  const refid = sheet.text(row, 'refid');
  // As it is written: what is given back has a minus, and is had.
  const fee =
    feeAmount === null
      ? null
      : { asset: feeCoin === null ? asset : krakenAsset(feeCoin), amount: feeAmount.neg() };
  return {
    row,
    time: sheet.time(row, 'time', { venue: UTC }),
    asset,
    amount,
    refid: refid.toLowerCase() === 'unknown' ? '' : refid,
    type: sheet.word(row, 'type'),
    subtype: sheet.word(row, 'subtype'),
    wallet: wallet === '' ? 'Kraken' : `Kraken ${wallet}`,
    fee: fee === null ? null : { ...fee, role: 'fee' },
  };
}

function legsOf(entry: Entry): Leg[] {
  const { asset, amount, wallet, fee } = entry;
  return [{ asset, amount, wallet }, ...(fee === null ? [] : [{ ...fee, wallet }])];
}

function take(
  outcomes: Outcomes,
  entries: readonly Entry[],
  kind: Parameters<typeof book>[0],
): void {
  const [first] = entries;
  if (first === undefined) return;
  const words = entries.flatMap(({ type, subtype }) =>
    TRADES.has(type) ? [] : [`${type} ${subtype}`.trim()],
  );
  const details = {
    time: earliest(entries),
    wallet: first.wallet,
    note: [...new Set(words)].join('; '),
    reference: first.refid,
  };
  outcomes.take(
    entries.map(({ row }) => row),
    book(kind, entries.flatMap(legsOf), details),
  );
}

/** Moves between one's own places: of spot, staking and futures, by whatever of the two columns says so. */
function isMove({ type, subtype }: Entry): boolean {
  if (type === 'earn') return MOVES.has(subtype);
  return type === 'transfer' && subtype !== '';
}

function incomeOf({ type, subtype, amount, asset }: Entry): IncomeKind | null {
  if (!amount.gt(0)) return null;
  // Old rewards of Earn have no subtype.
  if (type === 'earn') return MOVES.has(subtype) ? null : 'staking';
  if (type === 'transfer') return subtype === '' || FORKS.has(asset) ? 'airdrop' : null;
  if (type === 'margin trade' || type === 'settled' || type === 'adjustment') return 'other';
  return INCOMES[type] ?? null;
}

function takeAlone(outcomes: Outcomes, entry: Entry): void {
  const { amount, type } = entry;
  const income = incomeOf(entry);
  if (income !== null) take(outcomes, [entry], { income });
  else if (amount.eq(0)) take(outcomes, [entry], 'fee');
  else if (type === 'margin trade' || type === 'settled' || type === 'rollover')
    take(outcomes, [entry], 'loss');
  else
    take(
      outcomes,
      [entry],
      isMove(entry) ? (amount.lt(0) ? 'transfer_out' : 'transfer_in') : plainKind(entry),
    );
}

function takeMoves(outcomes: Outcomes, moves: readonly Entry[]): void {
  const isBack = (a: Entry, b: Entry) => a.asset === b.asset && a.amount.plus(b.amount).eq(0);
  const [joined, single] = [groupBy(moves, keyOf), [] as Entry[]];
  for (const group of joined) {
    if (group.length > 1) take(outcomes, group, 'transfer');
    else single.push(...group);
  }
  for (const pair of pairUp(single, MOVE_MS, isBack)) {
    const [only] = pair;
    if (pair.length === 2) take(outcomes, pair, 'transfer');
    else if (only !== undefined) takeAlone(outcomes, only);
  }
}

/** One refid may move several coins; an empty one joins nothing. */
function keyOf({ refid, asset, row }: Entry): string {
  return refid === '' ? `line ${row.line}` : `${refid} ${asset}`;
}

function read(sheet: Sheet, outcomes: Outcomes): void {
  const entries = outcomes.readEach(sheet.rows, (row) => readEntry(sheet, row));
  const isTrade = (entry: Entry) => TRADES.has(entry.type);
  for (const group of groupBy(
    entries.filter(isTrade),
    ({ refid, row }) => refid || `line ${row.line}`,
  )) {
    take(outcomes, group, tradeKind(group.flatMap(legsOf)));
  }
  takeMoves(
    outcomes,
    entries.filter((entry) => isMove(entry) && incomeOf(entry) === null),
  );
  for (const entry of entries)
    if (!isTrade(entry) && (!isMove(entry) || incomeOf(entry) !== null)) takeAlone(outcomes, entry);
}

export const krakenLedgers: Preset = {
  name: 'kraken-ledgers',
  recognise: (header) => hasColumns(header, 'refid', 'time', 'type', 'asset', 'amount', 'fee'),
  read,
  identity: ['txid'],
};
