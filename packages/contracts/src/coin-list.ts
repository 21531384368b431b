import Type from 'typebox';
import { ASKED_COIN, AskedCoinSchema } from './coin.ts';
import { TidemarkError } from './errors.ts';

/** How many coins one request may name. */
export interface CoinCount {
  least: number;
  most: number;
}

const LONGEST_ID = 50;
const IS_COIN = new RegExp(ASKED_COIN);

/** Coins in a query, separated by commas: `bitcoin,ethereum`. Read it with `coinsOf`. */
export const coinListSchema = ({ least, most }: CoinCount) =>
  Type.String({
    minLength: 1,
    maxLength: most * (LONGEST_ID + 1),
    'x-list': { items: AskedCoinSchema, minItems: least, maxItems: most },
    description: `coins by their slugs, separated by commas; ${least} to ${most}`,
    examples: ['bitcoin,ethereum'],
  });

/**
 * The coins of a list, each once, in its order and in small letters; `field` is where it came from.
 * @throws TidemarkError INVALID_REQUEST when one is no coin's id, or there are too few or too many
 */
export function coinsOf(list: string, { least, most }: CoinCount, field = 'query.coins'): string[] {
  const refusal = (reason: string) =>
    new TidemarkError('INVALID_REQUEST', 'The list of coins cannot be used', [{ field, reason }]);
  const named = list.split(',').map((coin) => coin.trim());
  const coins = [...new Set(named.map((coin) => coin.toLowerCase()))].filter((id) => id !== '');
  const wrong = coins.find((coin) => !IS_COIN.test(coin));
  if (wrong !== undefined) {
    throw refusal(`“${wrong.slice(0, LONGEST_ID)}” is no coin id: write it as in \`bitcoin\``);
  }
  if (coins.length < least) {
    throw refusal(least === 1 ? 'name at least one coin' : `name at least ${least} coins`);
  }
  if (coins.length > most) {
    throw refusal(`${coins.length} coins; at most ${most} are answered at once`);
  }
  return coins;
}
