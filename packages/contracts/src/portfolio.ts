import Type, { type Static } from 'typebox';
import { AccountingTermsSchema } from './accounting-terms.ts';
import { nullable, nullableNumber } from './nullable.ts';
import { PATH_ID, UserIdSchema } from './user.ts';

export const CurrencySchema = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'ISO 4217, such as `EUR`',
});
const NameSchema = Type.String({ minLength: 1, maxLength: 100, description: 'one line of text' });

/** Which portfolio a path names. */
export const PortfolioParamsSchema = Type.Object({
  portfolio_id: Type.String({ ...PATH_ID, description: 'id of a portfolio of yours' }),
});
export const PortfolioRequestSchema = Type.Object(
  {
    name: NameSchema,
    base_currency: CurrencySchema,
    ...Type.Partial(AccountingTermsSchema).properties,
  },
  { title: 'PortfolioRequest', examples: [{ name: 'Savings', base_currency: 'EUR' }] },
);
export type PortfolioRequest = Static<typeof PortfolioRequestSchema>;

/** What is left out stays as it is. */
export const PortfolioChangeSchema = Type.Partial(PortfolioRequestSchema, {
  title: 'PortfolioChange',
  examples: [{ name: 'Retirement' }],
  minProperties: 1,
});
export type PortfolioChange = Static<typeof PortfolioChangeSchema>;

export const PortfolioSchema = Type.Object(
  {
    portfolio_id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    base_currency: Type.String({ description: 'ISO 4217: what it is valued in' }),
    ...AccountingTermsSchema.properties,
    created_at: Type.String({ format: 'date-time', description: 'when it was made' }),
    updated_at: Type.String({
      format: 'date-time',
      description: 'when one of these fields was changed, or it was deleted or restored',
    }),
    deleted_at: nullable(Type.String({ format: 'date-time' }), 'null: it is not deleted'),
    version: Type.Integer({ minimum: 1, description: 'as in its `ETag`' }),
  },
  { title: 'Portfolio' },
);
export type Portfolio = Static<typeof PortfolioSchema>;

const decimalOrNull = (description: string) =>
  nullable(Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' }), description);

/** What a portfolio is worth; told whenever it changes, once a second at most, to its owner alone. */
export const PortfolioUpdateSchema = Type.Object(
  {
    portfolio_id: Type.String({ minLength: 1, maxLength: 64 }),
    user_id: UserIdSchema,
    total_value: decimalOrNull('decimal; null while a price that it needs is missing'),
    gain: decimalOrNull('value less cost of what is held; null: not known'),
    roi_percent: nullableNumber('gain of the cost; null: not known'),
    today_change: decimalOrNull(
      'of the value since midnight UTC, less what came and went; null: not known',
    ),
    today_percent: nullableNumber('the same of the value then, and what came since'),
    currency: Type.String({ minLength: 1, maxLength: 10, description: 'what amounts are in' }),
    timestamp: Type.String({ format: 'date-time' }),
  },
  { title: 'PortfolioUpdate' },
);
export type PortfolioUpdate = Static<typeof PortfolioUpdateSchema>;

/** Somebody follows a portfolio: gateways say so when a reader comes, and every half minute while there are any. */
export const PortfolioFollowSchema = Type.Object(
  {
    portfolio_id: Type.String({ minLength: 1, maxLength: 64 }),
    /** A reader has just come: it is to be told the value there is. */
    is_new: Type.Boolean(),
  },
  { title: 'PortfolioFollow' },
);
export type PortfolioFollow = Static<typeof PortfolioFollowSchema>;
