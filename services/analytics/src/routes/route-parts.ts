import { MAX_ANALYTICS_COINS, type LeftOut } from '@tidemark/contracts/analytics';
import { coinListSchema } from '@tidemark/contracts/coin-list';
import { TidemarkError } from '@tidemark/contracts/errors';
import Type from 'typebox';

/** Group of these routes in the API's documentation. */
export const tag = 'analytics';
/** Coins that one request may name. */
export const SEVERAL = { least: 1, most: MAX_ANALYTICS_COINS };
export const CoinsQuery = coinListSchema(SEVERAL);

export const LimitQuery = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: 1000,
    default: 300,
    description: 'newest bars, oldest first',
  }),
);

/** An answer for several coins: those that there are, and why the others are not among them. */
export interface Several<A> {
  results: A[];
  left_out: LeftOut[];
}

/** Asks for all coins at once; one that is refused costs the others nothing. What is no refusal is thrown. */
export async function forEach<A>(
  coins: readonly string[],
  ask: (coinId: string) => Promise<A>,
): Promise<Several<A>> {
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
