import Type, { type Static } from 'typebox';
import { nullable, nullableTime } from './nullable.ts';
import { decimalSchema, MovementRoleSchema } from './portfolio-transaction.ts';
import { ComputedSchema, moneyOrNull } from './portfolio-value.ts';

const term = nullable(
  Type.Enum(['short', 'long'], { title: 'HoldingTerm' }),
  'null: a pool knows no age',
);

/** Gains of the disposals of one calendar year, UTC. */
const TaxYearSchema = Type.Object(
  {
    year: Type.Integer(),
    disposals: Type.Integer(),
    proceeds: moneyOrNull('of disposals, less their fees'),
    cost: moneyOrNull('of what was disposed of'),
    gain: moneyOrNull('proceeds less cost'),
    short_term: moneyOrNull('of the gain'),
    long_term: moneyOrNull('of the gain'),
    currency_gains: moneyOrNull('of other money; not in the gain'),
    income: moneyOrNull('at spot'),
  },
  { title: 'TaxYear' },
);
export const GainsSchema = Type.Object(
  {
    ...ComputedSchema,
    years: Type.Array(TaxYearSchema, {
      description: 'newest first; years without any are left out',
    }),
  },
  { title: 'Gains' },
);
export type Gains = Static<typeof GainsSchema>;

/** One disposal, or the part of one that was matched to one lot. */
export const DisposalSchema = Type.Object(
  {
    n: Type.Integer({ description: 'counts the disposals of the portfolio, from 0, by time' }),
    asset: Type.String(),
    wallet: Type.String({ description: 'empty: one pool' }),
    kind: Type.String({ description: 'of the transaction' }),
    role: MovementRoleSchema,
    quantity: decimalSchema('how much'),
    acquired_at: nullableTime('null: out of a pool'),
    disposed_at: Type.Integer({ description: 'epoch ms' }),
    proceeds: moneyOrNull('less `fees_disposing`'),
    cost: moneyOrNull('with `fees_acquiring`'),
    gain: moneyOrNull('proceeds less cost'),
    fees_disposing: moneyOrNull('taken from the proceeds'),
    fees_acquiring: moneyOrNull('part of the cost'),
    term,
    rule: nullable(
      Type.Enum(['same_day', 'thirty_days', 'section_104'], { title: 'UkMatchingRule' }),
      'of `uk_pool` alone',
    ),
    disposed_by: Type.Array(Type.String(), { description: 'ids of transactions' }),
    acquired_by: Type.Array(Type.String(), { description: 'ids; empty: out of a pool' }),
  },
  { title: 'Disposal' },
);
export type DisposalRow = Static<typeof DisposalSchema>;

/** What was acquired at one time and is there still. */
export const LotSchema = Type.Object(
  {
    asset: Type.String(),
    wallet: Type.String({ description: 'empty: one pool' }),
    acquired_at: nullableTime('null: a pool'),
    quantity: decimalSchema('what is left'),
    cost: moneyOrNull('of what is left, with fees'),
    unit_cost: moneyOrNull('cost of one unit'),
    value: moneyOrNull('at the price of now'),
    unrealised: moneyOrNull('value less cost'),
    term,
    transaction_id: nullable(Type.String(), 'null: a pool'),
  },
  { title: 'Lot' },
);
export type LotRow = Static<typeof LotSchema>;
