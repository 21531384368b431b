import Type, { type Static } from 'typebox';
import { withProvenance } from './analytics.ts';
import { IntervalSchema } from './candle.ts';
import { AskedCoinSchema, CoinIdSchema } from './coin.ts';
import { askedTimeSchema } from './time.ts';
import { nullable, nullableNumber } from './nullable.ts';

/** Bars of one backtest, those that warm the rules not counted. */
export const MAX_BACKTEST_BARS = 20_000;

/** What a backtest takes that does not say otherwise. */
export const BACKTEST_DEFAULTS = {
  initial_cash: '10000',
  fee_pct: 0.1,
  slippage_pct: 0,
  equity_points: 1_000,
} as const;

const ruleText = (description: string) =>
  Type.String({ minLength: 1, maxLength: 500, description });
const time = (description: string) => Type.Integer({ description: `${description}, epoch ms` });
const timeOrNull = (description: string) => nullable(time(description));
const money = (description: string) =>
  Type.String({
    title: 'Decimal',
    pattern: '^-?\\d+(\\.\\d+)?$',
    description: `${description}, USD, exact`,
  });
const nullableMoney = (description: string) => nullable(money(description));

export const BacktestRequestSchema = Type.Object(
  {
    coin_id: AskedCoinSchema,
    interval: IntervalSchema,
    entry: ruleText('buys when it holds, such as `rsi(14) < 30 and close > sma(200)`'),
    exit: Type.Optional(ruleText('sells when it holds; left out: when `entry` holds no more')),
    from: Type.Optional(
      askedTimeSchema('bars that open at or after this; earlier ones warm the rules'),
    ),
    to: Type.Optional(askedTimeSchema('bars that open before this')),
    initial_cash: Type.Optional(
      Type.Union(
        [
          Type.String({ pattern: '^\\d{1,15}(\\.\\d{1,18})?$' }),
          Type.Number({ minimum: 1, maximum: 999_999_999_999_999 }),
        ],
        { description: `USD, at least 1; left out: ${BACKTEST_DEFAULTS.initial_cash}` },
      ),
    ),
    fee_pct: Type.Optional(
      Type.Number({
        ...{ minimum: 0, maximum: 10, default: BACKTEST_DEFAULTS.fee_pct },
        description: 'of what is bought or sold, for each side, percent',
      }),
    ),
    slippage_pct: Type.Optional(
      Type.Number({
        ...{ minimum: 0, maximum: 10, default: BACKTEST_DEFAULTS.slippage_pct },
        description: 'how much worse than the price every trade is, percent',
      }),
    ),
    stop_loss_pct: Type.Optional(
      Type.Number({
        ...{ exclusiveMinimum: 0, exclusiveMaximum: 100 },
        description: 'sells within a bar this far below the entry price, percent',
      }),
    ),
    take_profit_pct: Type.Optional(
      Type.Number({
        ...{ exclusiveMinimum: 0, maximum: 100_000 },
        description: 'sells within a bar this far above the entry price, percent',
      }),
    ),
    equity_points: Type.Optional(
      Type.Integer({
        ...{ minimum: 3, maximum: 5_000, default: BACKTEST_DEFAULTS.equity_points },
        description: 'most points of `equity` that are given',
      }),
    ),
  },
  {
    title: 'BacktestRequest',
    examples: [{ coin_id: 'bitcoin', interval: '1h', entry: 'rsi(14) < 30', exit: 'rsi(14) > 70' }],
    additionalProperties: false,
  },
);
export type BacktestRequest = Static<typeof BacktestRequestSchema>;

export const EXIT_REASONS = ['exit_rule', 'entry_ended', 'stop_loss', 'take_profit'] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];

const position = {
  entry_time: time('open of the bar that it was bought in'),
  entry_price: Type.Number({ description: 'paid for a coin, slippage included, USD' }),
  quantity: Type.String({ description: 'coins, exact' }),
  cost: money('paid, the fee included'),
};

export const BacktestTradeSchema = Type.Object(
  {
    ...position,
    exit_time: time('open of the bar that it was sold in'),
    exit_price: Type.Number({ description: 'got for a coin, slippage taken off, USD' }),
    proceeds: money('got, the fee taken off'),
    fees: money('of both sides'),
    profit: money('proceeds − cost'),
    profit_pct: Type.Number({ description: 'percent of the cost' }),
    bars_held: Type.Integer({ minimum: 0, description: 'bars from the entry to the exit' }),
    reason: Type.Enum(EXIT_REASONS, { title: 'ExitReason' }),
  },
  { title: 'BacktestTrade' },
);
export type BacktestTrade = Static<typeof BacktestTradeSchema>;

export const BacktestPositionSchema = Type.Object(
  {
    ...position,
    fees: money('of the entry'),
    value: money('at the last close, no fee taken off'),
    profit: money('value − cost, not realised'),
    profit_pct: Type.Number({ description: 'percent of the cost' }),
    bars_held: Type.Integer({ minimum: 0, description: 'bars from the entry to the last' }),
  },
  { title: 'BacktestPosition' },
);
export type BacktestPosition = Static<typeof BacktestPositionSchema>;

export const EquityPointSchema = Type.Object(
  {
    time: time("the bar's open; the values are of its close"),
    equity: Type.Number({ description: 'cash and coins, USD' }),
    drawdown: Type.Number({ description: 'below the highest equity so far, fraction: 0 to 1' }),
    holding_equity: Type.Number({ description: 'of who bought once and held, USD' }),
    holding_drawdown: Type.Number({ description: 'fraction: 0 to 1' }),
  },
  { title: 'EquityPoint' },
);
export type EquityPoint = Static<typeof EquityPointSchema>;

export const BacktestDrawdownSchema = Type.Object(
  {
    depth: Type.Number({ description: 'deepest fall from a peak, fraction: 0.3 is 30 % down' }),
    peak_time: timeOrNull('the peak before it; null: never fell'),
    trough_time: timeOrNull('its lowest close; null: never fell'),
    recovered_time: timeOrNull('when the peak was reached again; null: not yet'),
  },
  { title: 'BacktestDrawdown' },
);
export type BacktestDrawdown = Static<typeof BacktestDrawdownSchema>;

const outcome = {
  final_equity: money('cash, and coins at the last close'),
  total_return: Type.Number({ description: 'fraction of the initial cash' }),
  annualized_return: nullableNumber('fraction a year of 365 days; null under 28 days'),
  max_drawdown: BacktestDrawdownSchema,
  fees_paid: money('of every trade'),
};

export const BacktestSummarySchema = Type.Object(
  {
    ...outcome,
    trades: Type.Integer({
      minimum: 0,
      description: 'closed; one that is still open is not among them',
    }),
    wins: Type.Integer({ minimum: 0, description: 'with a profit after fees' }),
    losses: Type.Integer({ minimum: 0, description: 'with a loss after fees' }),
    win_rate: nullableNumber('wins by trades, fraction; null without trades'),
    average_win: nullableMoney('profit of a winning trade; null without any'),
    average_loss: nullableMoney('profit of a losing trade, negative; null without any'),
    average_win_pct: nullableNumber('percent of the cost; null without any'),
    average_loss_pct: nullableNumber('percent of the cost, negative; null without any'),
    profit_factor: nullableNumber('all that was won by all that was lost; null without losses'),
    exposure: nullableNumber('share of bars with coins in hand, fraction; null without bars'),
  },
  { title: 'BacktestSummary' },
);
export type BacktestSummary = Static<typeof BacktestSummarySchema>;

export const HoldingSchema = Type.Object(
  {
    ...outcome,
    entry_time: timeOrNull('open of the bar that it was bought in; null: too few bars'),
    entry_price: nullableNumber('paid for a coin, slippage included, USD'),
  },
  { title: 'Holding' },
);
export type Holding = Static<typeof HoldingSchema>;

export const BacktestSchema = withProvenance(
  {
    coin_id: CoinIdSchema,
    entry: Type.String({ description: 'the rule, with every parameter' }),
    exit: nullable(Type.String(), 'null: when entry holds no more'),
    initial_cash: money('at the start'),
    fee_pct: Type.Number(),
    slippage_pct: Type.Number(),
    stop_loss_pct: nullableNumber('percent'),
    take_profit_pct: nullableNumber('percent'),
    first_bar_time: timeOrNull('open of the first bar of the period; null: there is none'),
    entry_known_from: timeOrNull('first bar that the entry rule was warm at; null: none'),
    summary: BacktestSummarySchema,
    holding: HoldingSchema,
    trades: Type.Array(BacktestTradeSchema, { description: 'closed, oldest first' }),
    open_position: nullable(
      BacktestPositionSchema,
      'what is still held at the last close; it is not closed',
    ),
    pending_order: nullable(
      Type.Enum(['buy', 'sell'], { title: 'TradeSide' }),
      'decided at the last close; it waits for the next bar',
    ),
    equity: Type.Array(EquityPointSchema, {
      description:
        'oldest first; of more bars than `equity_points`: some at even distances, the first, the last and the deepest',
    }),
    assumptions: Type.Array(Type.String(), { description: 'what was taken for granted, in words' }),
  },
  { title: 'Backtest' },
);
export type Backtest = Static<typeof BacktestSchema>;
