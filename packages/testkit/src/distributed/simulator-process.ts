import { until } from '../until.ts';
import { LoggedProcess } from './logged-process.ts';
import { SIMULATOR_MAIN } from './places.ts';
import { setPort } from './set-port.ts';

/** Variables that point a process at the exchanges. */
export interface ExchangeUrls {
  BINANCE_WS_URL: string;
  BINANCE_REST_URL: string;
  COINBASE_WS_URL: string;
  COINBASE_REST_URL: string;
  ECB_RATES_URL: string;
  /** Where there is simulated news; left out: none is read. */
  SIMULATED_NEWS_URL?: string;
}

export interface MarketOptions {
  /** Times the usual 33 trades a second. Default 1. */
  rate?: number;
  /** Default 1. */
  seed?: number;
}

export interface SimulatorProcess {
  urls: ExchangeUrls;
  process: LoggedProcess;
}

/** Starts the exchange simulator for all processes of a set, and waits until it answers. */
export async function startSimulatorProcess(
  logFile: string,
  { rate = 1, seed = 1 }: MarketOptions,
): Promise<SimulatorProcess> {
  const port = await setPort(5);
  const args = [
    SIMULATOR_MAIN,
    '--port',
    String(port),
    '--rate',
    String(rate),
    '--seed',
    String(seed),
  ];
  // Several replicas read from one address; the venues' limits are for each of them.
  args.push('--no-limits');
  const simulator = new LoggedProcess({ name: 'exchange-sim', args, env: {}, logFile });
  simulator.start();
  await until('the exchange simulator', () => answers(`http://127.0.0.1:${port + 2}/control`));
  return {
    process: simulator,
    urls: {
      ...exchangeUrls(port, port + 1, `http://127.0.0.1:${port + 3}/stats/eurofxref`),
      SIMULATED_NEWS_URL: `http://127.0.0.1:${port + 4}`,
    },
  };
}

/** Addresses of two venues on this machine, and of the reference rates; by default none are read. */
export function exchangeUrls(binance: number, coinbase: number, ecbRates = 'off'): ExchangeUrls {
  return {
    BINANCE_WS_URL: `ws://127.0.0.1:${binance}`,
    BINANCE_REST_URL: `http://127.0.0.1:${binance}`,
    COINBASE_WS_URL: `ws://127.0.0.1:${coinbase}`,
    COINBASE_REST_URL: `http://127.0.0.1:${coinbase}`,
    ECB_RATES_URL: ecbRates,
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
}
