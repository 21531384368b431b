import Type, { type Static } from 'typebox';
import { CoinIdSchema } from './coin.ts';
import { nullable } from './nullable.ts';

/** How far back a coin's daily candles go. Times are epoch ms. */
export const HistoryReachSchema = Type.Object(
  {
    coin_id: CoinIdSchema,
    from: nullable(Type.Integer(), 'since when they were asked for; null: as of every coin'),
    reached: nullable(
      Type.Integer(),
      'since when all that the venues have is there: no earlier than their oldest; null: not yet',
    ),
    done: Type.Boolean({
      description: 'whether all that was asked for is there, with what converts it into dollars',
    }),
  },
  { title: 'HistoryReach' },
);
export type HistoryReach = Static<typeof HistoryReachSchema>;
