import { ZERO, type Amount } from '@tidemark/ledger/amount';
import { book, bookTrade, plainKind, tradeKind, type Details, type Leg } from '../booking.ts';
import { readPair, type Pair } from '../cells/pair.ts';
import type { Booking, Ignored } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { Refusal, shown } from '../refusal.ts';
import type { Sheet } from '../sheet.ts';
import { MappedCells, type Part } from './mapped-cells.ts';
import type { Mapping } from './mapping.ts';
import { isIncome, meaningOf, type Meaning } from './vocabulary.ts';

const OUTWARD: ReadonlySet<Meaning> = new Set<Meaning>([
  'out',
  'withdrawal',
  'transfer_out',
  'gift_out',
  'spend',
  'loss',
  'fee',
]);
/** What a broker pays in money for something that is held, so that the row's symbol is not what moved. */
const PAID_IN_MONEY: ReadonlySet<Meaning> = new Set<Meaning>(['other', 'interest', 'fee']);

/**
 * Reads rows by a mapping. What the columns leave open is refused: the side of a trade, the coin of a fee, whether an amount
 * without a sign came or went. `venue`: the wallet where no column names one.
 */
export class MappedReader {
  private readonly cells: MappedCells;

  constructor(sheet: Sheet, mapping: Mapping, venue: string) {
    this.cells = new MappedCells(sheet, mapping, venue);
  }

  read(row: Row): Booking | Ignored {
    const { cells } = this;
    const { mapping } = cells;
    if (!cells.isDone(row)) return { ignored: 'not completed' };
    const details = cells.details(row);
    if (cells.has(mapping.inAmount) || cells.has(mapping.outAmount))
      return this.sides(row, details);
    const isTrade = cells.textOf(row, mapping.pair ?? mapping.base) !== '';
    return isTrade ? this.trade(row, details) : this.movement(row, details);
  }

  private sides(row: Row, details: Details): Booking {
    const { cells } = this;
    const { mapping } = cells;
    const filled = (part: Part | null) => (part?.amount.eq(0) === true ? null : part);
    const had = filled(cells.part(row, mapping.inAmount, mapping.inAsset));
    const given = filled(cells.part(row, mapping.outAmount, mapping.outAsset));
    const came: Leg[] = had === null ? [] : [{ asset: had.asset, amount: had.amount.abs() }];
    const went: Leg[] =
      given === null ? [] : [{ asset: given.asset, amount: given.amount.abs().neg() }];
    const { titles, word } = cells.word(row, 'type');
    // The columns say which way, so that a word nobody knows costs nothing but the kind.
    const meaning = word === '' ? null : meaningOf(word);
    const fees = cells.fees(row, (given ?? had)?.asset ?? null);
    if (had === null || given === null) {
      const legs = [...went, ...came, ...fees];
      if (legs.length === 0) throw new Refusal('row', 'has no amount');
      return book(
        kindOf(meaning, [...went, ...came][0]),
        asFees(meaning, legs),
        cells.noted(row, details),
      );
    }
    const isOneWay =
      meaning === 'in' || meaning === 'out' || (meaning !== null && isIncome(meaning));
    if (!isOneWay) {
      const legs = [...went, ...came];
      return book(
        had.asset === given.asset ? 'transfer' : tradeKind(legs),
        [...legs, ...fees],
        details,
      );
    }
    if (had.asset !== given.asset)
      throw cells.sheet.refusal(titles, `${shown(word)} has two coins beside it`);
    const legs = meaning === 'out' ? went : came;
    return book(kindOf(meaning, legs[0]), [...legs, ...fees], cells.noted(row, details));
  }

  private pair(row: Row): Pair {
    const { sheet, mapping } = this.cells;
    const { pair, base, quote } = mapping;
    if (pair === undefined)
      return { base: sheet.asset(row, base ?? ''), quote: sheet.asset(row, quote ?? '') };
    const feeCoin = this.cells.has(mapping.feeAsset) ? sheet.assetOr(row, mapping.feeAsset) : null;
    const text = this.cells.textOf(row, pair);
    const read = readPair(text, { assets: feeCoin === null ? [] : [feeCoin] });
    if (read !== null) return read;
    throw sheet.refusal(pair, `${shown(text)} cannot be parted into two coins`);
  }

  private trade(row: Row, details: Details): Booking {
    const { cells } = this;
    const { sheet, mapping } = cells;
    const { titles, word } = cells.word(row, 'side');
    const meaning = word === '' ? null : meaningOf(word);
    if (meaning !== null && !['trade', 'buy', 'sell'].includes(meaning))
      return this.movement(row, details);
    const pair = this.pair(row);
    const quantity = cells.amountOf(row, cells.mapping.quantity ?? mapping.amount, pair.base);
    if (quantity === null)
      throw sheet.refusal(mapping.quantity ?? mapping.amount ?? '', 'is empty');
    // Without a word the sign of the quantity tells, if there are any.
    const side = word === '' && cells.isSigned ? (quantity.lt(0) ? 'sell' : 'buy') : meaning;
    if (side !== 'buy' && side !== 'sell')
      throw sheet.refusal(titles, `${shown(word)} is neither buy nor sell`);
    const given = cells.amountOf(row, mapping.total, pair.quote);
    const price = given === null ? cells.amountOf(row, mapping.price, pair.quote) : null;
    const total = given ?? price?.times(quantity) ?? null;
    if (total === null) throw sheet.refusal(mapping.total ?? mapping.price ?? '', 'is empty');
    // Of a broker's file, which has one currency.
    const fees = cells.fees(
      row,
      mapping.asset !== undefined && mapping.asset === mapping.quote ? pair.quote : null,
    );
    const sizes = new Map([
      [pair.base, quantity.abs()],
      [pair.quote, total.abs()],
    ]);
    if (fees.some(({ asset, amount }) => sizes.get(asset)?.lt(amount.abs()) === true)) {
      throw sheet.refusal(mapping.fee ?? '', 'is more than what was traded of its coin');
    }
    return bookTrade({ ...details, side, ...pair, quantity, total, fees });
  }

  private movement(row: Row, details: Details): Booking {
    const { cells } = this;
    const { sheet, mapping } = cells;
    const meaning = cells.meaning(row);
    const moved = this.moved(row, meaning);
    if (moved === null) throw sheet.refusal(cells.amountTitles, 'is empty');
    if (meaning === 'trade' || meaning === 'buy' || meaning === 'sell')
      return this.half(row, details, moved);
    const goes = meaning !== null && OUTWARD.has(meaning);
    const amount = goes
      ? moved.amount.abs().neg()
      : moved.amount.times(this.unsaidSign(meaning, moved.amount));
    if (meaning === 'own' && !cells.isSigned) {
      throw sheet.refusal(mapping.type ?? 'row', 'says not whether it came or went');
    }
    const legs = [{ asset: moved.asset, amount }, ...cells.fees(row, moved.asset)];
    return book(kindOf(meaning, legs[0]), asFees(meaning, legs), cells.noted(row, details));
  }

  private moved(row: Row, meaning: Meaning | null): Part | null {
    const { cells } = this;
    const { amount, quantity, asset, base, total, quote } = cells.mapping;
    if (base === undefined) return cells.part(row, amount ?? quantity, asset);
    const inMoney = meaning !== null && PAID_IN_MONEY.has(meaning);
    if (inMoney || cells.textOf(row, base) === '') {
      return cells.part(row, amount, asset ?? quote) ?? cells.part(row, total, quote);
    }
    return cells.part(row, quantity ?? amount, base);
  }

  /**
   * 1 where an amount has the sign it should have, -1 where it has to be turned. Without a word for it the signs tell, if any
   * row has one; otherwise the file's name or the title of its time, as of a list of withdrawals.
   */
  private unsaidSign(meaning: Meaning | null, amount: Amount): 1 | -1 {
    const { sheet, mapping } = this.cells;
    if (meaning !== null || this.cells.isSigned || amount.eq(0)) return 1;
    const words = `${sheet.context.fileName} ${sheet.title(mapping.time)}`.toLowerCase();
    const [comes, goes] = [/deposit|einzahl/.test(words), /withdraw|auszahl/.test(words)];
    if (comes !== goes) return comes ? 1 : -1;
    throw sheet.refusal(this.cells.amountTitles, 'says not whether it came or went');
  }

  /** One side of a trade, whose other stands in a row of its own: only where the file has signs, and no prices. */
  private half(row: Row, details: Details, moved: Part): Booking {
    const { cells } = this;
    const money = /price|total|cost|rate|value|funds|kurs|cours|cena|celkem|fiat/i;
    if (!cells.isSigned || cells.sheet.header.titles.some((title) => money.test(title))) {
      throw cells.sheet.refusal(
        cells.word(row, 'type').titles,
        'is a trade, of which the other side is in no column that is known',
      );
    }
    return book(
      plainKind(moved),
      [moved, ...cells.fees(row, moved.asset)],
      cells.noted(row, details),
    );
  }
}

function asFees(meaning: Meaning | null, legs: readonly Leg[]): readonly Leg[] {
  return meaning === 'fee' ? legs.map((leg) => ({ ...leg, role: 'fee' })) : legs;
}

/** What a movement is, by its word where that agrees with its sign. */
function kindOf(meaning: Meaning | null, leg: Part | undefined): Parameters<typeof book>[0] {
  const moved = leg ?? { asset: '', amount: ZERO };
  if (leg === undefined) return 'fee';
  if (meaning === null || isPlain(meaning)) return plainKind(moved);
  if (isIncome(meaning)) return moved.amount.lt(0) ? plainKind(moved) : { income: meaning };
  return OUTWARD.has(meaning) === moved.amount.lt(0) ? meaning : plainKind(moved);
}

type PlainMeaning = 'in' | 'out' | 'own' | 'trade' | 'buy' | 'sell';

function isPlain(meaning: Meaning): meaning is PlainMeaning {
  return ['in', 'out', 'own', 'trade', 'buy', 'sell'].includes(meaning);
}
