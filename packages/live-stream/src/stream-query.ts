import { INTERVALS, type Interval } from '@tidemark/contracts/candle';
import { CoinIdSchema } from '@tidemark/contracts/coin';
import { MAX_STREAM_COINS } from '@tidemark/contracts/stream';
import { Compile } from 'typebox/compile';

/** What a connection asks for in its URL: `?coins=bitcoin,ethereum&candles=1m`. */
export interface StreamQuery {
  /** `all` when the URL names no coin. */
  coins: readonly string[] | 'all';
  candles: Interval | null;
}

export type Refused = { refused: string };

const coinId = Compile(CoinIdSchema);

/**
 * Reads the query of a stream's URL.
 * @param known the coins there are; null: not known yet, any well-formed slug will do
 */
export function parseStreamQuery(
  query: URLSearchParams,
  known: ReadonlySet<string> | null,
): StreamQuery | Refused {
  const candles = query.get('candles');
  const interval = candles === null ? null : INTERVALS.find((name) => name === candles);
  if (interval === undefined) {
    return { refused: `candles: must be one of ${INTERVALS.join(', ')}` };
  }
  const named = (query.get('coins') ?? '').split(',').filter((coin) => coin.trim() !== '');
  if (named.length === 0) return { coins: 'all', candles: interval };
  const coins = checkCoins(named, known);
  return Array.isArray(coins) ? { coins, candles: interval } : coins;
}

/** The distinct coins of a list, or why it is refused: a coin unknown, or more than 50. */
export function checkCoins(
  named: readonly string[],
  known: ReadonlySet<string> | null,
): string[] | Refused {
  const coins = [...new Set(named.map((coin) => coin.trim().toLowerCase()))];
  if (coins.length > MAX_STREAM_COINS) {
    return {
      refused: `coins: ${coins.length} asked for, at most ${MAX_STREAM_COINS} on a connection`,
    };
  }
  const unknown = coins.filter((coin) => !coinId.Check(coin) || (known && !known.has(coin)));
  if (unknown.length === 0) return coins;
  const shown = unknown.slice(0, 5).map((coin) => JSON.stringify(coin.slice(0, 60)));
  return { refused: `coins: unknown: ${shown.join(', ')}${unknown.length > 5 ? ', …' : ''}` };
}
