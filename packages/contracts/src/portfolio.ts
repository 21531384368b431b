import Type, { type Static } from 'typebox';
import { nullable } from './nullable.ts';
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
  { name: NameSchema, base_currency: CurrencySchema },
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
    base_currency: Type.String({ description: 'ISO 4217: what it is to be valued in' }),
    created_at: Type.String({ format: 'date-time', description: 'when it was made' }),
    updated_at: Type.String({
      format: 'date-time',
      description: 'when its name or currency was changed, or it was deleted or restored',
    }),
    deleted_at: nullable(Type.String({ format: 'date-time' }), 'null: it is not deleted'),
    version: Type.Integer({ minimum: 1, description: 'as in its `ETag`' }),
  },
  { title: 'Portfolio' },
);
export type Portfolio = Static<typeof PortfolioSchema>;

/** What a portfolio is worth; told whenever it changes, to its owner alone. */
export const PortfolioUpdateSchema = Type.Object(
  {
    portfolio_id: Type.String({ minLength: 1, maxLength: 64 }),
    user_id: UserIdSchema,
    total_value: nullable(
      Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' }),
      'decimal; null while a price that it needs is missing',
    ),
    currency: Type.String({ minLength: 1, maxLength: 10 }),
    timestamp: Type.String({ format: 'date-time' }),
  },
  { title: 'PortfolioUpdate' },
);
export type PortfolioUpdate = Static<typeof PortfolioUpdateSchema>;
