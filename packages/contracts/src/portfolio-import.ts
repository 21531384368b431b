import Type, { type Static } from 'typebox';
import { nullable, nullableTime } from './nullable.ts';
import { TransactionSchema } from './portfolio-transaction.ts';

const count = (description: string) => Type.Integer({ minimum: 0, description });

/** Which column of a file is what, where no venue's preset knew them; kept, it reads the next file. */
export const ColumnMappingSchema = Type.Record(Type.String(), Type.String({ maxLength: 200 }), {
  title: 'ColumnMapping',
});

/** What a person is shown of a file before it is imported; rows = taken + joined + ignored + refused. */
export const StagedFileSchema = Type.Object(
  {
    file_id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    bytes: count('of the file'),
    state: Type.Enum(['reading', 'ready', 'refused'], {
      title: 'StagedFileState',
      description: '`refused`: no row of it can be read, `reason` says why',
    }),
    bytes_read: count('until now; those of a file that is read are all'),
    reason: nullable(Type.String(), 'of `refused`'),
    preset: nullable(Type.String(), 'whose file it is; `generic`: by its columns'),
    time_zone: nullable(Type.String(), 'of its times; null: none was read'),
    time_zone_from: nullable(
      Type.String({
        description: '`header`, `file name`, `column`, `cells`, `venue`, `given` or `assumed`',
      }),
    ),
    titles: Type.Array(Type.String(), {
      description: 'of its columns; of a file that is refused, what may be its header',
    }),
    columns: Type.Array(Type.String(), {
      description: 'what a mapping calls the column under each title; empty: it has none',
    }),
    mapping: nullable(ColumnMappingSchema, 'null: a preset knew them'),
    rows: count('under the header'),
    taken: count('are a transaction'),
    joined: count('are part of another row’s transaction'),
    ignored: count('are none'),
    ignored_because: Type.Record(Type.String(), Type.Integer(), {
      title: 'IgnoredBecause',
      description: 'rows by the reason; `imported before`: they are there already',
    }),
    refused: Type.Array(
      Type.Object(
        { line: Type.Integer(), field: Type.String(), reason: Type.String() },
        { title: 'RefusedRow' },
      ),
      { description: 'at most 500' },
    ),
    refused_count: count('all of them'),
    kinds: Type.Record(Type.String(), Type.Integer(), {
      title: 'KindCounts',
      description: 'transactions by kind',
    }),
    balances: Type.Record(Type.String(), Type.String(), {
      title: 'MovedByAsset',
      description: 'what the transactions do to each balance, of at most 1,000 assets',
    }),
    stated: Type.Record(Type.String(), Type.String(), {
      title: 'StatedByAsset',
      description:
        'what its rows say moved: less than `balances` where they tell one side of what is booked',
    }),
    sample: Type.Array(
      Type.Pick(TransactionSchema, ['time', 'kind', 'income_kind', 'movements', 'note']),
      { description: 'its first 100 transactions' },
    ),
  },
  { title: 'StagedFile' },
);
export type StagedFile = Static<typeof StagedFileSchema>;

/** Another reading of a file. What is left out stays as it is; null: as the file itself says. */
export const StagedFileChangeSchema = Type.Object(
  {
    time_zone: Type.Optional(
      nullable(
        Type.String({ maxLength: 64 }),
        'of times that name none; `UTC+02:00`, `Europe/Berlin`',
      ),
    ),
    mapping: Type.Optional(nullable(ColumnMappingSchema, 'null: by presets, else by the titles')),
  },
  { title: 'StagedFileChange', minProperties: 1, examples: [{ time_zone: 'Europe/Berlin' }] },
);
export type StagedFileChange = Static<typeof StagedFileChangeSchema>;

const MappingNameSchema = Type.String({ minLength: 1, maxLength: 100 });
export const ImportRequestSchema = Type.Object(
  {
    file_ids: Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 10 }),
    keep_mapping_as: Type.Optional({
      ...MappingNameSchema,
      description: 'keeps what the columns of the one file without a preset were taken for',
    }),
  },
  { title: 'ImportRequest' },
);
export type ImportRequest = Static<typeof ImportRequestSchema>;

/** Files that went in together, all or nothing. */
export const ImportSchema = Type.Object(
  {
    import_id: Type.String({ format: 'uuid' }),
    created_at: Type.Integer({ description: 'epoch ms' }),
    state: Type.Enum(['working', 'done', 'failed'], {
      title: 'ImportState',
      description: '`working`: ask again; `failed`: nothing of it is there, `reason` says why',
    }),
    reason: nullable(Type.String(), 'of `failed`'),
    bytes: count('of its files'),
    bytes_read: count('until now'),
    undone_at: nullableTime('null: it stands'),
    files: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          preset: Type.String({ description: 'empty: not read yet' }),
          rows: count('taken, joined, ignored and refused'),
          taken: count('are a transaction'),
          joined: count('are part of another row’s'),
          ignored: count('are none'),
          refused: count('could not be read'),
        },
        { title: 'ImportedFile' },
      ),
    ),
    transactions: count('that were put in'),
    edited: count('of them that were changed since'),
    already_there: count('rows that an import before has put in'),
  },
  { title: 'Import' },
);
export type Import = Static<typeof ImportSchema>;

/** A mapping that was kept, for the next file of the same shape. */
export const KeptMappingSchema = Type.Object(
  { name: Type.String(), mapping: ColumnMappingSchema },
  { title: 'KeptMapping' },
);
export type KeptMapping = Static<typeof KeptMappingSchema>;
