import type { Amount } from '@tidemark/ledger/amount';
import { readAsset } from './cells/asset.ts';
import { orderOf, readDate, type DateOrder } from './cells/date.ts';
import { commaMeaning, readNumber, type CommaMeaning, type NumberCell } from './cells/number.ts';
import { UTC, zoneName, zoneWithin, type Zone } from './cells/zone.ts';
import type { Row } from './reading/records.ts';
import { Refusal, shown } from './refusal.ts';
import { columnOf, hasColumns, type Header } from './sheet-header.ts';

/** What a venue, a file or a person says of naive times. */
export interface ZoneChoice {
  zone: Zone;
  /** `given`, `header`, `file name`, `column`, `venue` or `assumed`. */
  from: string;
}

export interface FileContext {
  /** Without folders. */
  readonly fileName: string;
  /** What a person chose for times that name no zone. */
  readonly zone?: Zone;
}

export interface TimeOptions {
  order?: DateOrder;
  /** What the venue is known to write where neither the title nor the file name has an offset. */
  venue?: Zone;
  /** What the row itself says. */
  row?: Zone;
}

/** Cells that stand for nothing. */
const EMPTY = new Set(['', '-', '--', '—', 'n/a', 'nan', 'null', 'none']);

/** The rows under a header, whose cells are read as what they have to be; a cell that is not so throws a `Refusal`. */
export class Sheet {
  readonly header: Header;
  readonly rows: readonly Row[];
  readonly context: FileContext;
  /** Workbooks write dates as serial numbers. */
  readonly serials: boolean;
  /** Zones that times were read with, by name, and who said so. */
  readonly zones = new Map<string, string>();
  private last: { text: string; titles: string | number; time: number } = {
    text: '',
    titles: '',
    time: 0,
  };
  private readonly columns = new Map<string, number>();
  private readonly namedZones = new Map<string | number, Zone | null>();
  private readonly orders = new Map<number, DateOrder | null>();
  private readonly meanings = new Map<number, CommaMeaning>();

  constructor(header: Header, rows: readonly Row[], context: FileContext, serials = false) {
    this.header = header;
    this.rows = rows;
    this.context = context;
    this.serials = serials;
  }

  has(...titles: string[]): boolean {
    return hasColumns(this.header, ...titles);
  }

  column(titles: string | number): number | undefined {
    if (typeof titles === 'number') return titles;
    const known = this.columns.get(titles);
    if (known !== undefined) return known;
    const column = columnOf(this.header, titles);
    if (column !== undefined) this.columns.set(titles, column);
    return column;
  }

  /** A column as the file names it. */
  title(titles: string | number): string {
    const column = this.column(titles);
    return (column === undefined ? undefined : this.header.titles[column]) ?? String(titles);
  }

  refusal(titles: string | number, reason: string): Refusal {
    return new Refusal(this.title(titles), reason);
  }

  /** Empty where the row or the file has none. */
  text(row: Row, titles: string | number): string {
    const column = this.column(titles);
    return column === undefined ? '' : (row.cells[column] ?? '').trim();
  }

  /** In lower case, for words that a venue chooses from. */
  word(row: Row, titles: string | number): string {
    return this.text(row, titles).toLowerCase();
  }

  isEmpty(row: Row, titles: string | number): boolean {
    return EMPTY.has(this.word(row, titles));
  }

  /** A number with its unit; null where the cell is empty. */
  number(row: Row, titles: string | number): NumberCell | null {
    const text = this.text(row, titles);
    if (EMPTY.has(text.toLowerCase())) return null;
    const column = this.column(titles) ?? 0;
    const isOpen = text.includes(',') && commaMeaning(text) === null;
    const read = readNumber(text, isOpen ? this.commaIn(column) : null);
    if (read !== null) return read;
    throw this.refusal(
      titles,
      `${shown(text)} is no amount${isOpen ? ' that is sure: its comma may be either mark' : ''}`,
    );
  }

  amountOr(row: Row, titles: string | number): Amount | null {
    return this.number(row, titles)?.amount ?? null;
  }

  amount(row: Row, titles: string | number): Amount {
    const amount = this.amountOr(row, titles);
    if (amount === null) throw this.refusal(titles, 'is empty');
    return amount;
  }

  assetOr(row: Row, titles: string | number): string | null {
    const text = this.text(row, titles);
    if (EMPTY.has(text.toLowerCase())) return null;
    const asset = readAsset(text);
    if (asset === null) throw this.refusal(titles, `${shown(text)} is no name of a coin`);
    return asset;
  }

  asset(row: Row, titles: string | number): string {
    const asset = this.assetOr(row, titles);
    if (asset === null) throw this.refusal(titles, 'is empty');
    return asset;
  }

  /** Epoch ms. `text`: instead of the cell's, where date and time stand apart. */
  time(
    row: Row,
    titles: string | number,
    options: TimeOptions = {},
    text = this.text(row, titles),
  ): number {
    if (text === '') throw this.refusal(titles, 'is empty');
    // Rows of one second stand together.
    const { last } = this;
    if (text === last.text && titles === last.titles && options.row === undefined) return last.time;
    const choice = this.zoneOf(titles, options);
    const order = options.order ?? null;
    const read =
      readDate(text, { zone: choice.zone, order, serials: this.serials }) ??
      (order === null ? readDate(text, { zone: choice.zone, order: this.orderIn(titles) }) : null);
    if (read === null)
      throw this.refusal(titles, `${shown(text)} is no date that can be read surely`);
    if (read.ownZone) this.zones.set('UTC', this.zones.get('UTC') ?? 'cells');
    else this.zones.set(zoneName(choice.zone), choice.from);
    this.last = { text, titles: options.row === undefined ? titles : '', time: read.time };
    return read.time;
  }

  /** The order that dates of a column prove, if they agree: one of them has a day above 12. */
  private orderIn(titles: string | number): DateOrder | null {
    const column = this.column(titles) ?? 0;
    const known = this.orders.get(column);
    if (known !== undefined) return known;
    const proofs = this.rows
      .map((row) => row.cells[column] ?? '')
      .filter((cell) => !/^\s*(\d+)[-/.]0?\1[-/.]/.test(cell))
      .map(orderOf);
    const [dayFirst, monthFirst] = [proofs.includes('DMY'), proofs.includes('MDY')];
    const order = dayFirst === monthFirst ? null : dayFirst ? 'DMY' : 'MDY';
    this.orders.set(column, order);
    return order;
  }

  private zoneOf(titles: string | number, { venue, row }: TimeOptions): ZoneChoice {
    if (row !== undefined) return { zone: row, from: 'column' };
    const header = this.zoneNamed(titles, () => this.title(titles));
    if (header !== null) return { zone: header, from: 'header' };
    if (this.context.zone !== undefined) return { zone: this.context.zone, from: 'given' };
    const name = this.zoneNamed('', () => this.context.fileName);
    if (name !== null) return { zone: name, from: 'file name' };
    return venue === undefined ? { zone: UTC, from: 'assumed' } : { zone: venue, from: 'venue' };
  }

  /** Titles and the file's name say the same for every row. */
  private zoneNamed(key: string | number, text: () => string): Zone | null {
    let zone = this.namedZones.get(key);
    if (zone === undefined) {
      zone = zoneWithin(text());
      this.namedZones.set(key, zone);
    }
    return zone;
  }

  /** What a comma is in a column, by its other cells; where they do not say, by all cells, if those agree. */
  private commaIn(column: number): CommaMeaning {
    const known = this.meanings.get(column);
    if (known !== undefined) return known;
    const own = agreed(this.rows.map((row) => commaMeaning(row.cells[column] ?? '')));
    const numbers = /^[-+(]?[^\d,]{0,4}\d[\d.,]*[^\d,]{0,6}$/;
    const all = () =>
      agreed(
        this.rows.flatMap((row) =>
          row.cells.filter((cell) => numbers.test(cell)).map(commaMeaning),
        ),
      );
    const meaning = own ?? all();
    this.meanings.set(column, meaning);
    return meaning;
  }
}

/** What those say that say something, if they agree. */
function agreed(meanings: readonly CommaMeaning[]): CommaMeaning {
  const decimal = meanings.includes('decimal');
  const grouping = meanings.includes('grouping');
  return decimal === grouping ? null : decimal ? 'decimal' : 'grouping';
}
