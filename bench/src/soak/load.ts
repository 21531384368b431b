import type { FeedsView } from '@tidemark/contracts/feeds';
import { openClients } from '../stream-clients.ts';

const REQUEST_EVERY = 1000;
const PATHS = [
  '/api/market/prices',
  '/api/market/candles/bitcoin?interval=1m',
  '/api/market/price/ethereum',
  '/api/market/candles/solana?interval=1h',
  '/api/market/movers?window=24h',
  '/api/market/exchanges/bitcoin',
  '/api/market/arbitrage',
  '/api/market/feeds',
];

/** Readers of every price and every minute candle, and a request a second. */
export interface SoakLoad {
  /** WebSocket messages received so far. */
  messages(): number;
  requests(): { sent: number; failed: number };
  lost: () => number;
  stop(): void;
}

export async function startLoad(url: string, clients: number): Promise<SoakLoad> {
  let messages = 0;
  const stream = `${url.replace('http', 'ws')}/ws/prices?candles=1m`;
  const connected = await openClients(stream, clients, () => (messages += 1));
  const requests = { sent: 0, failed: 0 };
  const timer = setInterval(() => {
    const path = PATHS[requests.sent % PATHS.length] ?? '/';
    requests.sent += 1;
    void answers(url + path).then((ok) => (requests.failed += ok ? 0 : 1));
  }, REQUEST_EVERY);
  return {
    messages: () => messages,
    requests: () => ({ ...requests }),
    lost: connected.lost,
    stop: () => {
      clearInterval(timer);
      connected.close();
    },
  };
}

/** True once the history of every product that was begun is loaded. */
export async function historyLoaded(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/market/feeds`);
  const { data } = (await response.json()) as { data: FeedsView };
  const { done, failed, total } = data.history;
  return total > 0 && done + failed === total;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
