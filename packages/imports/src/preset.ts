import type { Outcomes } from './outcomes.ts';
import type { Row } from './reading/records.ts';
import type { Header } from './sheet-header.ts';
import type { Sheet } from './sheet.ts';

/** One shape of file of one venue. */
export interface Preset {
  readonly name: string;
  /** Whether a line is this shape's header; `below`: the first rows after it. */
  recognise(header: Header, below: readonly Row[]): boolean;
  /** Gives every row of the sheet one outcome. */
  read(sheet: Sheet, outcomes: Outcomes): void;
  /** A row is read by the rows above it: rows that are there already are read again, and their transactions left out. */
  readonly rowsDepend?: true;
  /** Columns that name a row once and for all, whatever else an export writes of it; otherwise its content does. */
  readonly identity?: readonly string[];
  /** The key of a row that says itself what it is, in place of a digest; null: it does not. No comma in it. */
  named?(header: Header, row: Row): string | null;
}
