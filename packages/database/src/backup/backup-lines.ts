import { hash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';

/** A backup cannot be made or brought back; the message is for the person who asked for it. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
  }
}

/** The file's first line, before what is compressed; the number is that of its form. */
export const MAGIC = 'tidemark-backup ';
export const FORM = 1;
/** Begins a line that is no row. */
export const MARK = '#';

const NameSchema = Type.String({ pattern: '^[a-z_][a-z0-9_]*$' });
const CountSchema = Type.Integer({ minimum: 0 });

/** What a backup says of itself before its rows. */
export const AboutSchema = Type.Object({
  /** ISO 8601, UTC. */
  made_at: Type.String(),
  market: Type.Enum(['live', 'simulated']),
  /** Of the PostgreSQL that it comes from. */
  postgresql: Type.String(),
  /** Tells whether a secret is the one of this instance, and nothing else of it; null: not known. */
  secret_print: Type.Union([Type.String(), Type.Null()]),
  /** Names of the migrations of each owner, in their order. */
  migrations: Type.Record(Type.String(), Type.Array(Type.String(), { minItems: 1 })),
  /** In an order in which rows never refer to later ones. */
  tables: Type.Array(
    Type.Object({
      name: NameSchema,
      partitions: Type.Array(
        Type.Object({
          name: NameSchema,
          bound: Type.String({ pattern: "^FOR VALUES FROM \\('[^']*'\\) TO \\('[^']*'\\)$" }),
        }),
      ),
    }),
  ),
});
export type About = Static<typeof AboutSchema>;

/** After the rows of a table. */
export const TableEndSchema = Type.Object({
  table: NameSchema,
  rows: CountSchema,
  digest: Type.String({ pattern: '^\\d+$' }),
});
export type TableEnd = Static<typeof TableEndSchema>;

/** After all tables. */
export const EndSchema = Type.Object({
  sequences: Type.Array(Type.Object({ name: NameSchema, last: CountSchema })),
  rows: CountSchema,
});
export type End = Static<typeof EndSchema>;

export const parseAbout = parser(AboutSchema);
export const parseTableEnd = parser(TableEndSchema);
export const parseEnd = parser(EndSchema);

/** @throws BackupError where the line is not of the form */
function parser<T extends Type.TSchema>(schema: T): (line: string) => Static<T> {
  const compiled = Compile(schema);
  return (line) => {
    const value: unknown = line.startsWith(MARK) ? JSON.parse(line.slice(MARK.length)) : null;
    if (compiled.Check(value)) return value;
    throw new BackupError(`The backup has a line that is not of its form: ${line.slice(0, 200)}`);
  };
}

/** Counts rows, and sums up what they say in whatever order they come. `ROW_DIGEST` is the same in SQL. */
export class RowDigest {
  rows = 0;
  #sum = 0n;

  add(row: string): void {
    this.rows += 1;
    this.#sum += BigInt(`0x${hash('md5', row, 'hex').slice(0, 15)}`);
  }

  get digest(): string {
    return this.#sum.toString();
  }
}

/** A table's rows as JSON, `t`, summed up as `RowDigest` does. */
export const ROW_DIGEST =
  "coalesce(sum(('x' || substr(md5(row_to_json(t)::text), 1, 15))::bit(60)::bigint), 0)::text";
