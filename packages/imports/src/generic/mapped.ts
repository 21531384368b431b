import { ZERO, type Amount } from '@tidemark/ledger/amount';
import {
  book,
  bookTrade,
  feeLeg,
  plainKind,
  tradeKind,
  type Details,
  type Leg,
} from '../booking.ts';
import { currencyOf, isMoney } from '../cells/asset.ts';
import { readPair, type Pair } from '../cells/pair.ts';
import { readZone } from '../cells/zone.ts';
import type { Booking, Ignored } from '../outcomes.ts';
import type { Row } from '../reading/records.ts';
import { Refusal, shown } from '../refusal.ts';
import type { Sheet } from '../sheet.ts';
import type { Mapping } from './mapping.ts';
import { isDone, isIncome, meaningOf, type Meaning } from './vocabulary.ts';

interface Part {
  asset: string;
  amount: Amount;
}

/** Reads rows by a mapping. `venue`: the wallet where no column names one. */
export class MappedReader {
  private readonly sheet: Sheet;
  private readonly mapping: Mapping;
  private readonly venue: string;
  private isSigned: boolean | undefined;

  constructor(sheet: Sheet, mapping: Mapping, venue: string) {
    this.sheet = sheet;
    this.mapping = mapping;
    this.venue = venue;
  }

  read(row: Row): Booking | Ignored {
    const { mapping } = this;
    const done = this.isDone(row);
    if (!done) return { ignored: 'not completed' };
    const details = this.details(row);
    if (this.has(mapping.inAmount) || this.has(mapping.outAmount))
      return this.readSides(row, details);
    if (this.has(mapping.pair) || (this.has(mapping.base) && this.has(mapping.quote))) {
      if (this.pairText(row) !== '') return this.readTrade(row, details);
    }
    return this.readMovement(row, details);
  }

  private has(titles: string | undefined): titles is string {
    return titles !== undefined && this.sheet.column(titles) !== undefined;
  }

  private isDone(row: Row): boolean {
    const { status } = this.mapping;
    if (!this.has(status)) return true;
    const done = isDone(this.sheet.text(row, status));
    if (done === null)
      throw this.sheet.refusal(
        status,
        `${shown(this.sheet.text(row, status))} is a state that is not known`,
      );
    return done;
  }

  private details(row: Row): Details {
    const { sheet, mapping } = this;
    const { time: title, clock, zone: zoneTitle, dateOrder } = mapping;
    const named = this.has(zoneTitle) ? sheet.text(row, zoneTitle) : '';
    const zone = named === '' ? null : readZone(named);
    if (named !== '' && zone === null)
      throw sheet.refusal(zoneTitle ?? '', `${shown(named)} is no time zone`);
    const date = sheet.text(row, title);
    const text = this.has(clock) && date !== '' ? `${date} ${sheet.text(row, clock)}` : date;
    const options = {
      ...(dateOrder === undefined ? {} : { order: dateOrder }),
      ...(zone === null ? {} : { row: zone }),
    };
    const text_ = (titles: string | undefined) => (this.has(titles) ? sheet.text(row, titles) : '');
    return {
      time: sheet.time(row, title, options, text.trim()),
      wallet: text_(mapping.wallet) || this.venue,
      note: text_(mapping.note),
      reference: text_(mapping.reference),
    };
  }

  private part(row: Row, amount: string | undefined, asset: string | undefined): Part | null {
    if (!this.has(amount)) return null;
    const read = this.sheet.number(row, amount);
    if (read === null) return null;
    const named = this.has(asset) ? this.sheet.assetOr(row, asset) : null;
    const name = named ?? (read.unit === '' ? null : currencyOf(read.unit));
    if (name !== null) return { asset: name, amount: read.amount };
    if (read.amount.eq(0)) return null;
    throw this.sheet.refusal(asset ?? amount, 'names no coin');
  }

  private fees(row: Row, fallback: string | null): Leg[] {
    const { fee, feeAsset } = this.mapping;
    if (!this.has(fee)) return [];
    const read = this.sheet.number(row, fee);
    if (read === null || read.amount.eq(0)) return [];
    const named = this.has(feeAsset) ? this.sheet.assetOr(row, feeAsset) : null;
    const asset = named ?? (read.unit === '' ? fallback : currencyOf(read.unit));
    if (asset === null) throw this.sheet.refusal(fee, 'names no coin');
    return [feeLeg(asset, read.amount)];
  }

  private meaning(row: Row): Meaning | null {
    const { type, side } = this.mapping;
    const titles = this.has(type) ? type : side;
    if (!this.has(titles)) return null;
    const word = this.sheet.text(row, titles);
    if (word === '') return null;
    const meaning = meaningOf(word);
    if (meaning === null) throw this.sheet.refusal(titles, `${shown(word)} is not known`);
    return meaning;
  }

  private noted(row: Row, details: Details): Details {
    const { type } = this.mapping;
    const word = this.has(type) ? this.sheet.text(row, type) : '';
    return { ...details, note: [word, details.note].filter((each) => each !== '').join('; ') };
  }

  private readSides(row: Row, details: Details): Booking {
    const { mapping } = this;
    const had = this.part(row, mapping.inAmount, mapping.inAsset);
    const given = this.part(row, mapping.outAmount, mapping.outAsset);
    const legs: Leg[] = [];
    if (given !== null) legs.push({ asset: given.asset, amount: given.amount.abs().neg() });
    if (had !== null) legs.push({ asset: had.asset, amount: had.amount.abs() });
    const meaning = this.meaning(row);
    const all = [...legs, ...this.fees(row, (given ?? had)?.asset ?? null)];
    if (had !== null && given !== null) return this.bothSides(meaning, legs, all, details);
    if (all.length === 0) throw new Refusal('row', 'has no amount');
    return book(kindOf(meaning, legs[0]), all, this.noted(row, details));
  }

  private bothSides(
    meaning: Meaning | null,
    legs: readonly Leg[],
    all: readonly Leg[],
    details: Details,
  ): Booking {
    const [given, had] = legs;
    if (given?.asset !== had?.asset) return book(tradeKind(legs), all, details);
    // One coin on both sides came, where the word says so, and otherwise only changed its place.
    const came = meaning !== null && isIncome(meaning);
    return book(
      kindOf(came ? meaning : null, had),
      came ? all.filter((leg) => leg !== given) : all,
      details,
    );
  }

  private pairText(row: Row): string {
    const { pair, base, quote } = this.mapping;
    if (this.has(pair)) return this.sheet.text(row, pair);
    return this.has(base) && this.has(quote) ? this.sheet.text(row, base) : '';
  }

  private pairOf(row: Row): Pair {
    const { sheet, mapping } = this;
    const { pair, base, quote } = mapping;
    if (this.has(base) && this.has(quote))
      return { base: sheet.asset(row, base), quote: sheet.asset(row, quote) };
    const feeCoin = this.has(mapping.feeAsset) ? sheet.assetOr(row, mapping.feeAsset) : null;
    const text = this.pairText(row);
    const read = readPair(text, { assets: feeCoin === null ? [] : [feeCoin] });
    if (read === null)
      throw sheet.refusal(pair ?? '', `${shown(text)} cannot be parted into two coins`);
    return read;
  }

  private amountOf(row: Row, titles: string | undefined, asset: string): Amount | null {
    if (!this.has(titles)) return null;
    const read = this.sheet.number(row, titles);
    if (read === null) return null;
    if (read.unit !== '' && currencyOf(read.unit) !== asset)
      throw this.sheet.refusal(titles, `is not of ${asset}`);
    return read.amount;
  }

  private readTrade(row: Row, details: Details): Booking {
    const { sheet, mapping } = this;
    const titles = this.has(mapping.side) ? mapping.side : mapping.type;
    const word = this.has(titles) ? sheet.text(row, titles) : '';
    const meaning = word === '' ? null : meaningOf(word);
    if (meaning !== null && meaning !== 'trade' && meaning !== 'buy' && meaning !== 'sell')
      return this.readMovement(row, details);
    const pair = this.pairOf(row);
    const quantity = this.amountOf(row, mapping.quantity ?? mapping.amount, pair.base);
    // Without a word the sign of the quantity tells.
    const side = word === '' && quantity !== null ? (quantity.lt(0) ? 'sell' : 'buy') : meaning;
    if (side !== 'buy' && side !== 'sell') {
      throw sheet.refusal(titles ?? '', `${shown(word)} is neither buy nor sell`);
    }
    const given = this.amountOf(row, mapping.total, pair.quote);
    const price = this.amountOf(row, mapping.price, pair.quote);
    const total = given ?? (price === null || quantity === null ? null : price.times(quantity));
    if (quantity === null)
      throw sheet.refusal(mapping.quantity ?? mapping.amount ?? '', 'is empty');
    if (total === null) throw sheet.refusal(mapping.total ?? mapping.price ?? '', 'is empty');
    return bookTrade({
      ...details,
      side,
      ...pair,
      quantity,
      total,
      fees: this.fees(
        row,
        mapping.pair === undefined && mapping.feeAsset === undefined ? pair.quote : null,
      ),
    });
  }

  private readMovement(row: Row, details: Details): Booking {
    const { sheet, mapping } = this;
    const moved = this.part(
      row,
      mapping.amount ?? mapping.quantity,
      mapping.asset ?? mapping.base ?? mapping.quote,
    );
    if (moved === null)
      throw sheet.refusal(mapping.amount ?? mapping.quantity ?? 'row', 'is empty');
    const meaning = this.meaning(row);
    if (meaning === 'trade' || meaning === 'buy' || meaning === 'sell')
      return this.readHalf(row, details, moved, meaning);
    const fees = this.fees(row, moved.asset);
    const goes = meaning !== null && OUTWARD.has(meaning);
    const amount = goes
      ? moved.amount.abs().neg()
      : meaning === null
        ? moved.amount.times(this.unsaidSign(moved.amount))
        : moved.amount;
    if (meaning === 'own' && !amount.lt(0) && mapping.type !== undefined) {
      throw sheet.refusal(mapping.type, 'says not whether it came or went');
    }
    const leg: Leg = {
      asset: moved.asset,
      amount,
      ...(meaning === 'fee' ? { role: 'fee' as const } : {}),
    };
    return book(kindOf(meaning, leg), [leg, ...fees], this.noted(row, details));
  }

  /**
   * 1 where an amount is signed as it is; -1 where it has to be turned. Without a word for it the sign tells, if any row has
   * one; otherwise the file's name or titles, as of a list of withdrawals.
   */
  private unsaidSign(amount: Amount): 1 | -1 {
    const { sheet, mapping } = this;
    const titles = mapping.amount ?? mapping.quantity ?? '';
    this.isSigned ??= sheet.rows.some((row) =>
      /^\s*[-(\u2212]\s*\S*\d/.test(sheet.text(row, titles)),
    );
    if (this.isSigned || amount.eq(0)) return 1;
    const words = `${sheet.context.fileName} ${sheet.header.titles.join(' ')}`.toLowerCase();
    const [comes, goes] = [
      /deposit|einzahl/.test(words),
      /withdraw|auszahl|feededucted/.test(words),
    ];
    if (comes !== goes) return comes ? 1 : -1;
    throw sheet.refusal(titles, 'says not whether it came or went');
  }

  /** One side of a trade whose other stands in another row or nowhere: the sign says which way, since there is no other. */
  private readHalf(row: Row, details: Details, moved: Part, meaning: Meaning): Booking {
    if (meaning !== 'trade' && !isMoney(moved.asset) && !moved.amount.lt(0)) {
      throw this.sheet.refusal(
        this.mapping.type ?? 'row',
        'is a trade of which the other side is not there',
      );
    }
    const leg: Leg = { asset: moved.asset, amount: moved.amount };
    return book(plainKind(leg), [leg, ...this.fees(row, moved.asset)], this.noted(row, details));
  }
}

const OUTWARD: ReadonlySet<Meaning> = new Set<Meaning>([
  'out',
  'withdrawal',
  'transfer_out',
  'gift_out',
  'spend',
  'loss',
  'fee',
]);

/** What a movement is, by its word where that agrees with its sign. */
export function kindOf(meaning: Meaning | null, leg: Part | undefined): Parameters<typeof book>[0] {
  const moved = leg ?? { asset: '', amount: ZERO };
  if (meaning === null || meaning === 'in' || meaning === 'out' || meaning === 'own')
    return plainKind(moved);
  if (meaning === 'trade' || meaning === 'buy' || meaning === 'sell') return plainKind(moved);
  if (isIncome(meaning)) return moved.amount.lt(0) ? plainKind(moved) : { income: meaning };
  if (OUTWARD.has(meaning)) return moved.amount.lt(0) ? meaning : plainKind(moved);
  return moved.amount.lt(0) ? plainKind(moved) : meaning;
}
