/** The line that names the columns. */
export interface Header {
  readonly line: number;
  /** As the file writes them, without blanks around. */
  readonly titles: readonly string[];
  /** Title -> column, by `plainTitle`; of equal titles the second is `cur#2`, the third `cur#3`. */
  readonly columns: ReadonlyMap<string, number>;
  /** The line stood in one pair of quotes. */
  readonly wrapped: boolean;
}

/** A title without case, blanks and signs: `User_ID` and `User ID` are `userid`, `Date(UTC)` is `dateutc`. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

const ZONE = /\s*\(\s*(?:UTC|GMT)?\s*(?:[-+]\d{1,2}(?::?\d{2})?)?\s*\)\s*$/i;

export function headerOf(line: number, cells: readonly string[], wrapped: boolean): Header {
  const titles = cells.map((cell) => cell.trim());
  const columns = new Map<string, number>();
  titles.forEach((title, index) => {
    const plain = plainTitle(title);
    if (plain === '') return;
    let name = plain;
    for (let nth = 2; columns.has(name); nth += 1) name = `${plain}#${nth}`;
    columns.set(name, index);
  });
  // `Time(UTC+02:00)` is `time` as well, where no other column is.
  titles.forEach((title, index) => {
    const plain = plainTitle(title.replace(ZONE, ''));
    if (plain !== '' && !columns.has(plain)) columns.set(plain, index);
  });
  return { line, titles, columns, wrapped };
}

/** Where the first of the titles stands that is there; titles in plain form, alternatives parted by `|`. */
export function columnOf(header: Header, titles: string): number | undefined {
  for (const title of titles.split('|')) {
    const column = header.columns.get(title);
    if (column !== undefined) return column;
  }
  return undefined;
}

/** Whether every one is there; each may be several alternatives. */
export function hasColumns(header: Header, ...titles: string[]): boolean {
  return titles.every((each) => columnOf(header, each) !== undefined);
}

/** The column whose plain title fits a pattern: for titles that hold an offset, a currency, a price. */
export function columnLike(header: Header, pattern: RegExp): number | undefined {
  for (const [title, column] of header.columns) if (pattern.test(title)) return column;
  return undefined;
}

/** What a mapping calls the column under each title; empty where it has no name. */
export function columnNames({ titles, columns }: Header): string[] {
  const names = titles.map(() => '');
  for (const [name, index] of columns) names[index] ||= name;
  return names;
}
