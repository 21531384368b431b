import { CoinIdSchema } from '@tidemark/contracts/coin';
import { MAX_STREAM_COINS } from '@tidemark/contracts/stream';
import { Compile } from 'typebox/compile';
import { quoted, type Refused } from './refused.ts';

/** The coins of a list that there are, and what was refused of it. */
export interface NamedCoins {
  coins: readonly string[];
  refused: Refused | null;
}

const coinId = Compile(CoinIdSchema);

/** The distinct coins of a list, whatever their case; it is refused as a whole when they are more than 50. */
export function checkCoins(
  named: readonly string[],
  known: ReadonlySet<string> | null,
): NamedCoins | Refused {
  const coins = slugsOf(named);
  if (coins.length > MAX_STREAM_COINS) {
    const reason = `${coins.length} asked for, at most ${MAX_STREAM_COINS} on a connection`;
    return { field: 'coins', reason };
  }
  const isKnown = (coin: string) => coinId.Check(coin) && (known?.has(coin) ?? true);
  const unknown = coins.filter((coin) => !isKnown(coin));
  const refused = { field: 'coins', reason: `unknown: ${quoted(unknown)}` };
  return { coins: coins.filter(isKnown), refused: unknown.length > 0 ? refused : null };
}

/** The distinct names of a list, in the spelling of slugs. */
export function slugsOf(named: readonly string[]): string[] {
  return [...new Set(named.map((coin) => coin.trim().toLowerCase()))];
}
