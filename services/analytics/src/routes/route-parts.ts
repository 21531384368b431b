import { MAX_ANALYTICS_COINS, type LeftOut } from '@tidemark/contracts/analytics';
import { COIN_ID, CoinIdSchema } from '@tidemark/contracts/coin';
import { TidemarkError } from '@tidemark/contracts/errors';
import Type from 'typebox';

/** Group of these routes in the API's documentation. */
export const tag = 'analytics';
export const CoinParams = Type.Object({ coin_id: CoinIdSchema });

const IS_COIN = new RegExp(COIN_ID);

export const CoinsQuery = Type.String({
  minLength: 1,
  maxLength: MAX_ANALYTICS_COINS * 51,
  description: `coin ids, separated by commas, at most ${MAX_ANALYTICS_COINS}`,
});

export const LimitQuery = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 1000, default: 300, description: 'newest bars' }),
);

/**
 * The coins of a list, each once, in its order.
 * @throws TidemarkError INVALID_REQUEST when one is no coin's id, or there are too few or too many
 */
export function coinsOf(list: string, least = 1): string[] {
  const coins = [...new Set(list.split(',').map((coin) => coin.trim()))].filter((id) => id !== '');
  const wrong = coins.find((coin) => !IS_COIN.test(coin));
  if (wrong !== undefined) {
    throw refusal(`“${wrong.slice(0, 50)}” is no coin id: write it as in \`bitcoin\``);
  }
  if (coins.length < least) {
    throw refusal(least === 1 ? 'name at least one coin' : `name at least ${least} coins`);
  }
  if (coins.length > MAX_ANALYTICS_COINS) {
    throw refusal(`${coins.length} coins; at most ${MAX_ANALYTICS_COINS} are answered at once`);
  }
  return coins;
}

function refusal(reason: string): TidemarkError {
  return new TidemarkError('INVALID_REQUEST', 'The list of coins cannot be used', [
    { field: 'query.coins', reason },
  ]);
}

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
