import Type, { type Static } from 'typebox';
import { AskedCoinSchema, CoinIdSchema } from './coin.ts';
import { nullable } from './nullable.ts';
import { PATH_ID } from './user.ts';

/** Of a watchlist. */
export const MAX_WATCHED_COINS = 200;

export const WatchlistParamsSchema = Type.Object({
  watchlist_id: Type.String({ ...PATH_ID, description: 'id of a watchlist of yours' }),
});
export const WatchedCoinParamsSchema = Type.Object({
  ...WatchlistParamsSchema.properties,
  coin_id: AskedCoinSchema,
});

const NameSchema = Type.String({ minLength: 1, maxLength: 100, description: 'one line of text' });
const NoteSchema = nullable(Type.String({ maxLength: 500 }), 'null: none');

export const WatchlistRequestSchema = Type.Object(
  {
    name: NameSchema,
    coins: Type.Optional(
      Type.Array(AskedCoinSchema, { maxItems: MAX_WATCHED_COINS, description: 'each once' }),
    ),
  },
  { title: 'WatchlistRequest', examples: [{ name: 'To buy', coins: ['bitcoin'] }] },
);
export type WatchlistRequest = Static<typeof WatchlistRequestSchema>;

const WatchedCoinSchema = Type.Object(
  { coin_id: CoinIdSchema, note: NoteSchema },
  { title: 'WatchedCoin' },
);
export type WatchedCoin = Static<typeof WatchedCoinSchema>;

export const WatchlistSchema = Type.Object(
  {
    watchlist_id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    position: Type.Integer({ minimum: 0, description: 'among your watchlists' }),
    coins: Type.Array(WatchedCoinSchema, { description: 'in your order' }),
    version: Type.Integer({ minimum: 1, description: 'as in its `ETag`' }),
  },
  { title: 'Watchlist' },
);
export type Watchlist = Static<typeof WatchlistSchema>;

/** What is left out stays as it is. */
export const WatchlistChangeSchema = Type.Partial(
  Type.Object({
    name: NameSchema,
    position: Type.Integer({
      minimum: 0,
      maximum: 100,
      description: 'among your watchlists: those behind move on; past the last one: the last',
    }),
    coins: Type.Array(
      Type.Object(
        {
          coin_id: AskedCoinSchema,
          note: Type.Optional({ ...NoteSchema, description: 'left out: stays; null: none' }),
        },
        { title: 'WatchedCoinRequest' },
      ),
      {
        maxItems: MAX_WATCHED_COINS,
        description: 'all of them in their new order, each once; who is not named goes',
      },
    ),
  }),
  {
    title: 'WatchlistChange',
    minProperties: 1,
    examples: [{ coins: [{ coin_id: 'ethereum' }, { coin_id: 'bitcoin', note: 'under 60,000' }] }],
  },
);
export type WatchlistChange = Static<typeof WatchlistChangeSchema>;

/** With a coin that is put into a watchlist. */
export const WatchNoteSchema = Type.Object(
  { note: Type.Optional({ ...NoteSchema, description: 'left out: stays; null: none' }) },
  { title: 'WatchNote', examples: [{ note: 'under 60,000' }] },
);
