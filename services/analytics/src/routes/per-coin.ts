import { MAX_ANALYTICS_COINS, severalOf, type LeftOut } from '@tidemark/contracts/analytics';
import { CoinParamsSchema } from '@tidemark/contracts/coin';
import { coinListSchema, coinsOf } from '@tidemark/contracts/coin-list';
import { TidemarkError } from '@tidemark/contracts/errors';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type, { type Static, type TObject, type TProperties } from 'typebox';

/** Coins that one request may name. */
export const SEVERAL = { least: 1, most: MAX_ANALYTICS_COINS };

/** A question that is asked of coins, each by itself. */
interface CoinQuestion<Q extends TProperties, D extends TObject> {
  /** For several coins; followed by the coin for one. */
  path: string;
  /** How the route for one coin, and that for several, are described. */
  one: { id: string; summary: string };
  several: { id: string; summary: string; title: string };
  query: Q;
  data: D;
  /** What it throws, rather than rejects with, is wrong with the query and refused whichever the coins. */
  ask: (coinId: string, query: Static<TObject<Q>>) => Promise<Static<D>>;
}

/** The two routes of a question: of the coin in the path, and of those that `coins` names. */
export function perCoinRoutes<Q extends TProperties, D extends TObject>(
  app: TypedApp,
  question: CoinQuestion<Q, D>,
): void;
// Which schemas they are is for the caller to know: Fastify's types of a request do not follow from generic ones.
export function perCoinRoutes(
  app: TypedApp,
  { path, one, several, query, data, ask }: CoinQuestion<TProperties, TObject>,
): void {
  const shared = { access: 'public', tag: 'analytics' } as const;
  app.get(
    `${path}/:coin_id`,
    endpoint({
      ...shared,
      ...one,
      refuses: ['INSUFFICIENT_DATA'],
      params: CoinParamsSchema,
      query: Type.Object(query),
      data,
    }),
    async (request) => ok(request, await ask(request.params.coin_id, request.query)),
  );
  const { title, ...described } = several;
  app.get(
    path,
    endpoint({
      ...shared,
      ...described,
      query: Type.Object({ coins: coinListSchema(SEVERAL), ...query }),
      data: severalOf(data, title),
    }),
    async (request) => {
      const coins = coinsOf(request.query.coins, SEVERAL);
      return ok(request, await forEach(coins, (coinId) => ask(coinId, request.query)));
    },
  );
}

/**
 * Asks for all coins at once: the answers that there are, and why the others are not among them. One that is refused costs
 * the others nothing. What is no refusal is thrown.
 */
async function forEach<A>(coins: readonly string[], ask: (coinId: string) => Promise<A>) {
  const asked = await Promise.all(
    coins.map((coinId) =>
      ask(coinId).then(
        (answer) => ({ answer }),
        (error: unknown) => ({ refused: leftOut(coinId, error) }),
      ),
    ),
  );
  return {
    results: asked.flatMap((one) => ('answer' in one ? [one.answer] : [])),
    left_out: asked.flatMap((one) => ('refused' in one ? [one.refused] : [])),
  };
}

function leftOut(coinId: string, error: unknown): LeftOut {
  if (!(error instanceof TidemarkError)) throw error;
  const { code, message } = error;
  return { coin_id: coinId, code, message };
}
