import { CandleExchangeSchema, IntervalSchema, type Candle } from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import { askedTimeSchema, LATEST_MS } from '@tidemark/contracts/time';
import Type, { type Static } from 'typebox';
import type { CandleRange } from '../book/bar.ts';

export const CandlesQuery = Type.Object({
  interval: Type.Optional({ ...IntervalSchema, default: '1h' }),
  exchange: Type.Optional({ ...CandleExchangeSchema, default: 'consolidated' }),
  from: Type.Optional(askedTimeSchema('bars that open at or after this, the oldest first')),
  to: Type.Optional(askedTimeSchema('bars that open before this; without `from` the newest')),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1000,
      default: 300,
      description: 'most bars: the oldest from `from` on, else the newest; oldest first',
    }),
  ),
  cursor: Type.Optional(
    Type.String({
      pattern: '^[1-9]\\d{11,14}$',
      description: '`meta.next_cursor` of the page before, with its other parameters',
    }),
  ),
});

/**
 * The range of a request, and one bar more than it wants, which tells that there is a next page. With `from` or a cursor
 * pages go forward from there, else backward from `to`, by `to` = the first bar of the page before.
 * @throws TidemarkError INVALID_REQUEST where it is empty
 */
export function rangeOf({
  from,
  to = LATEST_MS,
  limit = 300,
  cursor,
}: Static<typeof CandlesQuery>) {
  const since = cursor === undefined ? (from ?? 0) : Number(cursor);
  if (since >= to) {
    throw new TidemarkError('INVALID_REQUEST', 'The range is empty', [
      {
        field: cursor === undefined ? 'query.from' : 'query.cursor',
        reason: 'must be before `to`',
      },
    ]);
  }
  const end = from === undefined && cursor === undefined ? 'newest' : 'oldest';
  return { from: since, to, limit: end === 'newest' ? limit : limit + 1, end } as const;
}

/** What is shown of the bars of a range, and the cursor of the next page; null: there is none. */
export function pageOf(bars: readonly Candle[], { limit, end }: CandleRange) {
  if (end !== 'oldest' || bars.length < limit) return { page: [...bars], next: null };
  return { page: bars.slice(0, -1), next: String(bars.at(-1)?.time) };
}
