import { parentPort } from 'node:worker_threads';
import { startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import type { VenueUrls } from './venue-urls.ts';

const { urls } = await startExchangeSim();
const told: VenueUrls = {
  BINANCE_WS_URL: urls.binanceWs,
  BINANCE_REST_URL: urls.binanceRest,
  COINBASE_WS_URL: urls.coinbaseWs,
  COINBASE_REST_URL: urls.coinbaseRest,
  ECB_RATES_URL: urls.ecbRates,
  SIMULATED_NEWS_URL: urls.news,
};
parentPort?.postMessage(told);
