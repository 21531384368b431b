import type { Amount } from '@tidemark/ledger/amount';
import { feeLeg, type Details, type Leg } from '../booking.ts';
import { currencyOf } from '../cells/asset.ts';
import { readZone } from '../cells/zone.ts';
import type { Row } from '../reading/records.ts';
import { shown } from '../refusal.ts';
import type { Sheet } from '../sheet.ts';
import type { Mapping } from './mapping.ts';
import { isDone, meaningOf, type Meaning } from './vocabulary.ts';

export interface Part {
  asset: string;
  amount: Amount;
}

/** The cells of a sheet by what a mapping says they are. */
export class MappedCells {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  private readonly venue: string;
  private signed: boolean | undefined;

  constructor(sheet: Sheet, mapping: Mapping, venue: string) {
    this.sheet = sheet;
    this.mapping = mapping;
    this.venue = venue;
  }

  has(titles: string | undefined): titles is string {
    return titles !== undefined && this.sheet.column(titles) !== undefined;
  }

  textOf(row: Row, titles: string | undefined): string {
    return this.has(titles) ? this.sheet.text(row, titles) : '';
  }

  isDone(row: Row): boolean {
    const { status } = this.mapping;
    if (!this.has(status)) return true;
    const text = this.sheet.text(row, status);
    const done = isDone(text);
    if (done === null)
      throw this.sheet.refusal(status, `${shown(text)} is a state that is not known`);
    return done;
  }

  details(row: Row): Details {
    const { sheet, mapping } = this;
    const named = this.textOf(row, mapping.zone);
    const zone = named === '' ? null : readZone(named);
    if (named !== '' && zone === null) {
      throw sheet.refusal(mapping.zone ?? '', `${shown(named)} is no time zone`);
    }
    const date = sheet.text(row, mapping.time);
    const text = date === '' ? '' : `${date} ${this.textOf(row, mapping.clock)}`.trim();
    const order = mapping.dateOrder === undefined ? {} : { order: mapping.dateOrder };
    const options = { ...order, ...(zone === null ? {} : { row: zone }) };
    return {
      time: sheet.time(row, mapping.time, options, text),
      wallet: this.textOf(row, mapping.wallet) || this.venue,
      note: this.textOf(row, mapping.note),
      reference: this.textOf(row, mapping.reference),
    };
  }

  /** With the row's type before its note, where what is booked says less than the type. */
  noted(row: Row, details: Details): Details {
    const words = [this.textOf(row, this.mapping.type), details.note ?? ''];
    return { ...details, note: words.filter((each) => each !== '').join('; ') };
  }

  /** An amount and what it is of: by a column, or by the unit beside it. Null where the cell is empty. */
  part(row: Row, amount: string | undefined, asset: string | undefined): Part | null {
    if (!this.has(amount)) return null;
    const read = this.sheet.number(row, amount);
    if (read === null) return null;
    const named = this.has(asset) ? this.sheet.assetOr(row, asset) : null;
    const name = named ?? (read.unit === '' ? null : currencyOf(read.unit));
    if (name !== null) return { asset: name, amount: read.amount };
    if (read.amount.eq(0)) return null;
    throw this.sheet.refusal(asset ?? amount, 'names no coin');
  }

  /** `fallback`: the coin of a fee that names none; null where that is not sure. */
  fees(row: Row, fallback: string | null): Leg[] {
    const { fee, feeAsset } = this.mapping;
    if (!this.has(fee)) return [];
    const read = this.sheet.number(row, fee);
    if (read === null || read.amount.eq(0)) return [];
    const named = this.has(feeAsset) ? this.sheet.assetOr(row, feeAsset) : null;
    const asset = named ?? (read.unit === '' ? fallback : currencyOf(read.unit));
    if (asset === null) throw this.sheet.refusal(fee, 'names no coin');
    return [feeLeg(asset, read.amount)];
  }

  /** An amount of a coin that another column names; a unit beside it has to agree. */
  amountOf(row: Row, titles: string | undefined, asset: string): Amount | null {
    if (!this.has(titles)) return null;
    const read = this.sheet.number(row, titles);
    if (read === null) return null;
    if (read.unit === '' || currencyOf(read.unit) === asset) return read.amount;
    throw this.sheet.refusal(titles, `is not of ${asset}`);
  }

  /** The column that says what a row is, and its word; empty where there is none. */
  word(row: Row, first: 'type' | 'side'): { titles: string; word: string } {
    const { type, side } = this.mapping;
    const [a, b] = first === 'type' ? [type, side] : [side, type];
    const titles = (this.has(a) ? a : b) ?? 'row';
    return { titles, word: this.textOf(row, titles) };
  }

  /** Null where no column says what the row is. */
  meaning(row: Row): Meaning | null {
    const { titles, word } = this.word(row, 'type');
    if (word === '') return null;
    const meaning = meaningOf(word);
    if (meaning === null) throw this.sheet.refusal(titles, `${shown(word)} is not known`);
    return meaning;
  }

  get amountTitles(): string {
    return this.mapping.amount ?? this.mapping.quantity ?? '';
  }

  /** Whether any row has a minus, so that signs say which way. */
  get isSigned(): boolean {
    this.signed ??= this.sheet.rows.some((row) =>
      /^\s*[-(\u2212]\s*\S*\d/.test(this.sheet.text(row, this.amountTitles)),
    );
    return this.signed;
  }
}
