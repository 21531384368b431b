import Type, { type Static } from 'typebox';
import { UserIdSchema } from './user.ts';
import { nullable } from './nullable.ts';

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
