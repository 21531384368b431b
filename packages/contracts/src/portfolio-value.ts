import Type, { type Static } from 'typebox';
import { AccountingMethodSchema } from './accounting-terms.ts';
import { WorthQualitySchema } from './currency-rate.ts';
import { nullable, nullableNumber, nullableTime } from './nullable.ts';
import { decimalSchema } from './portfolio-transaction.ts';

/** What an answer was computed with, and when. */
export const ComputedSchema = {
  portfolio_id: Type.String({ format: 'uuid' }),
  currency: Type.String({ description: 'ISO 4217: what all amounts are in' }),
  method: AccountingMethodSchema,
  /** Of ADR 0033 and `docs/portfolio.md`. */
  convention: Type.String({ description: 'what the method leaves open; `docs/portfolio.md`' }),
  as_of: Type.Integer({ description: 'when it was computed, epoch ms' }),
};
export const MethodQuerySchema = Type.Object({
  method: Type.Optional({
    ...AccountingMethodSchema,
    description: "left out: the portfolio's own",
  }),
});

export const money = (description: string) => decimalSchema(description);
/** Null where a price is missing that it needs, or a transaction was refused. */
export const moneyOrNull = (description: string) =>
  nullable(decimalSchema(description), 'null: not known');

/** What one unit is worth in the portfolio's currency, and where that is from. */
export const AssetPriceSchema = Type.Object(
  {
    amount: decimalSchema('for one unit'),
    source: Type.Enum(['market', 'rate', 'manual'], {
      title: 'AssetPriceSource',
      description: 'the live price of a coin, a rate of money, or given by hand',
    }),
    as_of: Type.Integer({ description: 'when it was true, epoch ms' }),
    quality: WorthQualitySchema,
  },
  { title: 'AssetPrice' },
);
export type AssetPrice = Static<typeof AssetPriceSchema>;

export const PositionSchema = Type.Object(
  {
    asset: Type.String(),
    coin_id: nullable(Type.String(), 'null: no coin of the market'),
    kind: Type.Enum(['coin', 'money', 'other'], {
      title: 'AssetKind',
      description: '`other`: nothing is known of it but what was put in',
    }),
    quantity: decimalSchema('how much there is'),
    wallets: Type.Array(
      Type.Object({ wallet: Type.String(), quantity: Type.String() }, { title: 'InWallet' }),
    ),
    price: nullable(AssetPriceSchema, 'null: not known'),
    value: moneyOrNull('quantity times price'),
    cost: moneyOrNull('what was paid for what is there, with fees'),
    unrealised: moneyOrNull('value less cost'),
    unrealised_percent: nullableNumber('of the cost'),
    realised: moneyOrNull('gains of what was disposed of'),
    income: moneyOrNull('at spot, when it came'),
    share_percent: nullableNumber('of the value of all'),
    today: moneyOrNull('what it gained since midnight UTC, at its quantity now'),
    target_percent: nullableNumber('null: none is set'),
    drift_percent: nullableNumber('share less target, in points'),
  },
  { title: 'Position' },
);
export type Position = Static<typeof PositionSchema>;

/** A price that a figure needs and nobody knows. */
export const MissingPriceSchema = Type.Object(
  {
    asset: Type.String(),
    time: Type.Integer({ description: 'epoch ms' }),
    transaction_id: nullable(Type.String(), 'null: the price of now'),
  },
  { title: 'MissingPrice' },
);
/** A transaction that gives away more than there is: booked nowhere. */
export const OversoldSchema = Type.Object(
  {
    transaction_id: Type.String(),
    asset: Type.String(),
    wanted: Type.String({ description: 'how much was to go' }),
    available: Type.String({ description: 'how much there was' }),
  },
  { title: 'Oversold' },
);

export const PerformanceSchema = Type.Object(
  {
    ...ComputedSchema,
    value: moneyOrNull('all that is held, with the money'),
    cost: moneyOrNull('what was paid for what is held, with fees, and the money'),
    gain: moneyOrNull('value less cost'),
    roi_percent: nullableNumber('gain of the cost'),
    today: Type.Object(
      {
        change: moneyOrNull('of the value since midnight UTC, less what came and went'),
        percent: nullableNumber('of the value then, and what came since'),
      },
      { title: 'TodaysChange' },
    ),
    /** realised + currency_gains + income + unrealised − expenses = value − put_in + taken_out = gained. */
    realised: moneyOrNull('gains of disposals'),
    currency_gains: moneyOrNull('what changes of rates gained on other money'),
    income: moneyOrNull('at spot, when it came'),
    unrealised: moneyOrNull('value less cost of what is held'),
    expenses: moneyOrNull('fees in no cost and no proceeds, money lost'),
    put_in: moneyOrNull('what came from outside, at its value then'),
    taken_out: moneyOrNull('what went outside'),
    gained: moneyOrNull('value − put in + taken out: the sum of the figures above'),
    money: decimalSchema('balance of the base currency'),
    time_weighted: Type.Object(
      {
        percent: nullableNumber('since the first transaction'),
        annual_percent: nullableNumber('null: under a year, or not known'),
        timing: Type.String({ description: 'when in a day flows count; `docs/portfolio.md`' }),
        since: nullableTime('first day'),
        unexplained_days: Type.Integer({ description: 'days without a return' }),
      },
      { title: 'TimeWeighted' },
    ),
    money_weighted: Type.Object(
      {
        answer: Type.Enum(
          [
            ...(['rate', 'under_a_year', 'total_loss', 'two_solutions'] as const),
            ...(['many_solutions', 'no_solution', 'not_known'] as const),
          ],
          { title: 'MoneyWeightedAnswer' },
        ),
        annual_percent: Type.Array(Type.Number(), { description: 'all of them; none is the one' }),
        overall_percent: Type.Array(Type.Number(), { description: 'the same over all the time' }),
        days: Type.Integer(),
      },
      { title: 'MoneyWeighted' },
    ),
    positions: Type.Array(PositionSchema, { description: 'what is held, most valuable first' }),
    closed: Type.Array(
      Type.Object(
        { asset: Type.String(), realised: moneyOrNull('of it'), income: moneyOrNull('of it') },
        { title: 'ClosedPosition' },
      ),
      { description: 'what is held no more' },
    ),
    unpriced: Type.Array(Type.String(), { description: 'what is held and has no price' }),
    missing_prices: Type.Array(MissingPriceSchema, { description: 'at most 100' }),
    oversold: Type.Array(OversoldSchema, { description: 'at most 100' }),
    history: Type.Object(
      { assets: Type.Integer(), ready: Type.Integer() },
      { title: 'PriceProgress', description: 'coins whose past prices are needed, and there' },
    ),
  },
  { title: 'PortfolioPerformance' },
);
export type PortfolioPerformance = Static<typeof PerformanceSchema>;

/** One number of those that a figure is the sum of. */
const HowTermSchema = Type.Object(
  {
    label: Type.String(),
    amount: moneyOrNull('signed: all of them are the figure'),
    quantity: nullable(Type.String(), 'null: money'),
    asset: nullable(Type.String()),
    price: moneyOrNull('for one unit'),
    time: nullableTime('when'),
    transaction_id: nullable(Type.String(), 'the row that says so; null: no row does'),
  },
  { title: 'HowTerm' },
);
/** How a figure was computed: inputs, method, convention, rows. */
export const HowSchema = Type.Object(
  {
    ...ComputedSchema,
    figure: Type.String(),
    asset: nullable(Type.String(), 'null: of all'),
    value: nullable(Type.String(), 'null: not known'),
    formula: Type.String({ description: 'in words and signs' }),
    terms: Type.Array(HowTermSchema, { description: 'at most 500, the largest first' }),
    left_out: Type.Integer({ description: 'terms that are not told' }),
    rest: moneyOrNull('their sum'),
  },
  { title: 'HowComputed' },
);
export type HowComputed = Static<typeof HowSchema>;
export const FIGURES = [
  ...(['value', 'cost', 'unrealised', 'realised', 'currency_gains', 'income'] as const),
  ...(['expenses', 'put_in', 'taken_out', 'gained', 'time_weighted', 'money_weighted'] as const),
] as const;
export const FigureSchema = Type.Enum([...FIGURES], {
  title: 'PortfolioFigure',
  description: 'a figure of `/performance`',
});
export type PortfolioFigure = Static<typeof FigureSchema>;
