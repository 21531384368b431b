/**
 * Coinbase, transaction history, 2018 to 2026, UTC, under a preamble of 0 to 7 lines:
 *
 *     Timestamp,Transaction Type,Asset,Quantity Transacted,EUR Spot Price at Transaction,EUR Subtotal,EUR Total (…),EUR Fees,Notes
 *     …,Spot Price Currency,Spot Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes
 *     ID,…,Price Currency,Price at Transaction,…,Notes,(Sender Address,Recipient Address)
 *
 * Without ID the quantity has no sign and the type gives the direction; with ID (2024) it has one, though not in every row
 * that was sold. Subtotal + fees is not always the total: the total counts. A conversion was one row, whose other half only the
 * note tells, and is two rows of one ID since 2026. What the file says moved is the quantity; the money side of a trade, which
 * may have come from a bank, and the noted half of a conversion are booked beside it.
 */
import type { Amount } from '@tidemark/ledger/amount';
import type { IncomeKind } from '@tidemark/ledger/transaction';
import { book, feeLeg, plainKind, tradeKind, type Leg } from '../booking.ts';
import { UTC } from '../cells/zone.ts';
import { earliest, groupBy, pairUp, type Piece } from '../joining.ts';
import type { Booking, Outcomes } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import { columnLike, hasColumns } from '../sheet-header.ts';
import type { Sheet } from '../sheet.ts';
import { readConversion, readPaid } from './coinbase-notes.ts';
import type { Preset } from '../preset.ts';

type Meaning = 'buy' | 'sell' | 'convert' | 'in' | 'out' | 'own' | 'spend' | IncomeKind;

interface Entry extends Piece {
  id: string;
  type: string;
  meaning: Meaning;
  /** The quantity as it is written. */
  stated: Amount;
}

const WALLET = 'Coinbase';
const MEANINGS: readonly [Meaning, RegExp][] = [
  ['buy', /^(?:advanced? trade )?buy$/],
  ['sell', /^(?:advanced? trade )?sell$/],
  ['convert', /^convert$/],
  ['own', /^retail .*(?:staking|unstaking|eth2)|eth2 deprecation|vault|^(?:un)?staking transfer/],
  ['staking', /^(?:staking income|rewards? income|inflation reward)$/],
  ['interest', /interest/],
  ['airdrop', /airdrop/],
  ['cashback', /rebate|cashback|card reward|card ?buy ?back/],
  ['reward', /reward|coinbase earn|incentive|bonus|referral/],
  ['spend', /^(?:card ?spend|order|paid for an order|subscription|payment|card)$/],
  // Of the account itself: to Pro and the Exchange it goes out.
  ['out', /^(?:pro|exchange|advanced trade) deposit$/],
  ['in', /^(?:pro|exchange|advanced trade) withdrawal$/],
  ['in', /^(?:receive|deposit|admin credit)$/],
  ['out', /^(?:send|withdrawal|admin debit|donation)$/],
];
const PAIR_MS = 5000;

function meaningOf(type: string): Meaning | null {
  return MEANINGS.find(([, words]) => words.test(type))?.[0] ?? null;
}

function readEntry(sheet: Sheet, row: Row): Entry {
  const type = sheet.word(row, 'transactiontype');
  const known = meaningOf(type);
  const stated = sheet.amount(row, 'quantitytransacted');
  // With an ID the sign says what the type does not.
  if (known === null && !sheet.has('id')) {
    throw sheet.refusal(
      'transactiontype',
      `${shown(sheet.text(row, 'transactiontype'))} is not known`,
    );
  }
  const meaning = known ?? (stated.lt(0) ? 'out' : 'in');
  // A transfer's sign is its way; where there is none, or of what is sold, the type says it.
  const isSigned = sheet.has('id') && meaning !== 'sell' && meaning !== 'buy';
  const goes = !isSigned && (meaning === 'sell' || meaning === 'out' || meaning === 'spend');
  const comes = !isSigned && (meaning === 'buy' || meaning === 'in');
  const amount = goes ? stated.abs().neg() : comes ? stated.abs() : stated;
  return {
    row,
    type,
    meaning,
    stated,
    amount,
    time: sheet.time(row, 'timestamp', { venue: UTC }),
    asset: sheet.asset(row, 'asset'),
    id: sheet.text(row, 'id'),
  };
}

function currencyOfRow(sheet: Sheet, row: Row): string | null {
  if (sheet.has('pricecurrency|spotpricecurrency'))
    return sheet.assetOr(row, 'pricecurrency|spotpricecurrency');
  const column = columnLike(sheet.header, /^[a-z]{3}(?:subtotal|spotprice)/);
  return column === undefined ? null : sheet.title(column).slice(0, 3).toUpperCase();
}

/** The money side: the total, and of it the fee where subtotal and fee make the total. */
function moneyLegs(sheet: Sheet, { row, meaning }: Entry): Leg[] {
  const paid = readPaid(sheet.text(row, 'notes'));
  const currency = currencyOfRow(sheet, row);
  const sign = meaning === 'buy' ? -1 : 1;
  if (paid !== null && paid.asset !== currency)
    return [{ asset: paid.asset, amount: paid.amount.abs().times(sign) }];
  const column = (pattern: RegExp) => columnLike(sheet.header, pattern) ?? -1;
  const total = sheet
    .number(row, column(/^(?!sub)(?:[a-z]{3})?(?:total|amounttransacted)/))
    ?.amount.abs();
  if (total === undefined || currency === null) return [];
  const subtotal = sheet.number(row, column(/^(?:[a-z]{3})?subtotal/))?.amount.abs();
  const fee = sheet.number(row, column(/^(?:[a-z]{3})?fees/))?.amount.abs();
  if (subtotal === undefined || fee === undefined || !subtotal.minus(fee.times(sign)).eq(total)) {
    return [{ asset: currency, amount: total.times(sign) }];
  }
  return [{ asset: currency, amount: subtotal.times(sign) }, feeLeg(currency, fee)];
}

function detailsOf(
  sheet: Sheet,
  entries: readonly Entry[],
): { time: number; wallet: string; note: string; reference: string } {
  const notes = entries.map(({ row }) => sheet.text(row, 'notes')).filter((note) => note !== '');
  return {
    time: earliest(entries),
    wallet: WALLET,
    note: notes.join('; ') || (entries[0]?.type ?? ''),
    reference: entries[0]?.id ?? '',
  };
}

/** What the columns of the rows say: with an ID the quantity as it stands, without one the way the type gives it. */
function statedOf(
  sheet: Sheet,
  entries: readonly Entry[],
  booked: Amount | null = null,
): Booking['stated'] {
  return entries.map(({ asset, stated, amount }) => ({
    asset,
    amount: sheet.has('id') ? stated : (booked ?? amount),
  }));
}

function takeConversion(sheet: Sheet, outcomes: Outcomes, entry: Entry): void {
  const { row, asset, amount } = entry;
  outcomes.takeEach([row], () => {
    const parts = readConversion(sheet.text(row, 'notes'), amount);
    const details = detailsOf(sheet, [entry]);
    if (parts !== null && parts.from.asset === asset) {
      const given = parts.from.amount.neg();
      const legs = [
        { asset, amount: given },
        { asset: parts.to.asset, amount: parts.to.amount },
      ];
      return {
        ...book(tradeKind(legs), legs, details),
        stated: statedOf(sheet, [entry], given) ?? [],
      };
    }
    if (!sheet.has('id')) throw sheet.refusal('notes', 'tell not what the coin was converted to');
    return book(plainKind(entry), [entry], { ...details, note: 'one half of a conversion' });
  });
}

function takeAlone(sheet: Sheet, outcomes: Outcomes, entry: Entry): void {
  outcomes.takeEach([entry.row], () => {
    const { meaning, amount } = entry;
    const details = detailsOf(sheet, [entry]);
    const stated = statedOf(sheet, [entry]) ?? [];
    const leg = { asset: entry.asset, amount };
    if (meaning === 'buy' || meaning === 'sell') {
      return { ...book(meaning, [leg, ...moneyLegs(sheet, entry)], details), stated };
    }
    if (meaning === 'spend') return { ...book('spend', [leg], details), stated };
    if (
      meaning === 'in' ||
      meaning === 'out' ||
      meaning === 'own' ||
      meaning === 'convert' ||
      amount.lt(0)
    ) {
      return { ...book(plainKind(leg), [leg], details), stated };
    }
    return { ...book({ income: meaning }, [leg], details), stated };
  });
}

/** ETH and ETH2 are one coin: it only changed its name. */
function isRenamed(a: Entry, b: Entry): boolean {
  const plain = (asset: string) => (asset === 'ETH2' ? 'ETH' : asset);
  const named = a.asset !== b.asset || (a.meaning === 'own' && b.meaning === 'own');
  return named && plain(a.asset) === plain(b.asset) && a.amount.plus(b.amount).eq(0);
}

function takeAll(sheet: Sheet, outcomes: Outcomes, entries: readonly Entry[]): void {
  const first = entries[0];
  if (first?.meaning === 'convert' && entries.length === 1) takeConversion(sheet, outcomes, first);
  else if (first !== undefined && entries.length === 1) takeAlone(sheet, outcomes, first);
  else {
    const kind = first?.meaning === 'convert' ? tradeKind(entries) : 'transfer';
    const details = detailsOf(sheet, entries);
    outcomes.take(
      entries.map(({ row }) => row),
      { ...book(kind, entries, details), stated: statedOf(sheet, entries) ?? [] },
    );
  }
}

function read(sheet: Sheet, outcomes: Outcomes): void {
  const entries = outcomes.readEach(sheet.rows, (row) => readEntry(sheet, row));
  const conversions = entries.filter(({ meaning }) => meaning === 'convert');
  for (const group of groupBy(conversions, ({ id, row }) => id || `line ${row.line}`)) {
    const [a, b] = group;
    const isPair = group.length === 2 && a !== undefined && b !== undefined && a.asset !== b.asset;
    if (isPair) takeAll(sheet, outcomes, group);
    else for (const each of group) takeAll(sheet, outcomes, [each]);
  }
  const others = entries.filter(({ meaning }) => meaning !== 'convert');
  const isMovable = ({ meaning }: Entry) =>
    meaning === 'own' || meaning === 'in' || meaning === 'out';
  for (const pair of pairUp(others.filter(isMovable), PAIR_MS, isRenamed))
    takeAll(sheet, outcomes, pair);
  for (const entry of others) if (!isMovable(entry)) takeAll(sheet, outcomes, [entry]);
}

export const coinbase: Preset = {
  name: 'coinbase',
  recognise: (header) =>
    hasColumns(header, 'timestamp', 'transactiontype', 'asset', 'quantitytransacted'),
  read,
};
