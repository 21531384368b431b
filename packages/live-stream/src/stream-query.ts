import { INTERVALS, type CandleExchange, type Interval } from '@tidemark/contracts/candle';
import { EXCHANGES } from '@tidemark/contracts/exchange';
import { unknownParameter, type Refused } from './refused.ts';
import { checkCoins, type NamedCoins } from './named-coins.ts';

/** What a connection asks for in its URL: `?coins=bitcoin,ethereum&candles=1m&exchange=binance`. */
export interface StreamQuery {
  /** `all` when the URL names no coin. */
  coins: NamedCoins | 'all';
  candles: { interval: Interval; exchange: CandleExchange } | null;
}

/** What the URL of a stream of prices may say, and of another stream of coins. */
export const PRICE_PARAMETERS = ['coins', 'candles', 'exchange'] as const;
export const COIN_PARAMETERS = ['coins'] as const;

const VENUES: readonly CandleExchange[] = ['consolidated', ...EXCHANGES];

/**
 * Reads the query of a stream's URL.
 * @param known the coins there are; null: not known yet, any well-formed slug will do
 */
export function parseStreamQuery(
  query: URLSearchParams,
  parameters: readonly string[],
  known: ReadonlySet<string> | null,
): StreamQuery | Refused {
  const unknown = unknownParameter(query, parameters);
  if (unknown) return unknown;
  const candles = candlesOf(query);
  if (candles && 'field' in candles) return candles;
  const named = (query.get('coins') ?? '').split(',').filter((coin) => coin.trim() !== '');
  if (named.length === 0) return { coins: 'all', candles };
  const coins = checkCoins(named, known);
  if ('field' in coins) return coins;
  return coins.coins.length === 0 && coins.refused ? coins.refused : { coins, candles };
}

function candlesOf(query: URLSearchParams): StreamQuery['candles'] | Refused {
  const [candles, asked] = [query.get('candles'), query.get('exchange')];
  if (candles === null) {
    return asked === null
      ? null
      : { field: 'exchange', reason: 'is for candles: add `candles=1m`' };
  }
  const interval = INTERVALS.find((name) => name === candles);
  const exchange = VENUES.find((name) => name === (asked ?? 'consolidated'));
  if (!interval) return { field: 'candles', reason: `must be one of ${INTERVALS.join(', ')}` };
  if (!exchange) return { field: 'exchange', reason: `must be one of ${VENUES.join(', ')}` };
  return { interval, exchange };
}
