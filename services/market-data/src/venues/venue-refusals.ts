import type { Exchange } from '@tidemark/contracts/exchange';

/** The longest ban that a venue gives. */
export const LONGEST_BAN_MS = 3 * 86_400_000;

const BLOCKED: Readonly<Record<Exchange, string>> = {
  binance:
    'set BINANCE_WS_URL=wss://data-stream.binance.vision and ' +
    'BINANCE_REST_URL=https://data-api.binance.vision, the hosts that serve market data alone',
  coinbase: 'COINBASE_WS_URL and COINBASE_REST_URL can point elsewhere',
};

/** True for an HTTP status that says this place or this address is not served. */
export function isBlocked(status: number): boolean {
  return status === 451 || status === 403;
}

/** What HTTP 451 and 403 mean, and what can be done. */
export function blockedMessage(exchange: Exchange, status: number): string {
  const why =
    status === 451 ? 'it does not serve this place (HTTP 451)' : 'its firewall refuses (HTTP 403)';
  return `${exchange}: ${why}; ${BLOCKED[exchange]}`;
}
