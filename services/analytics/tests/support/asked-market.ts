import { INTERVAL_MS } from '@tidemark/contracts/candle';

const HOUR = INTERVAL_MS['1h'];
/** Its newest hour ends here. */
export const NOON = Date.UTC(2026, 0, 1, 12);

/** Market-data as the shelf asks it, with four hours of any coin: each read is counted, and answered when it may be. */
export class AskedMarket {
  /** Coins in the order they were read. */
  readonly reads: string[] = [];
  answers = true;
  /** Whether the newest hour is closed. */
  closed = true;
  #open: Promise<void> = Promise.resolve();

  /** Holds every answer back until what it returns is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#open = promise;
    return () => resolve(undefined);
  }

  readonly ask = async ({ path }: { path: string }) => {
    const coin_id = /candles\/([a-z0-9-]+)\?/.exec(path)?.[1] ?? '';
    this.reads.push(coin_id);
    await this.#open;
    if (!this.answers) return { status: 503, body: {} };
    const candles = this.#candles(Number(/from=(\d+)/.exec(path)?.[1] ?? 0));
    const data = { coin_id, exchange: 'consolidated', interval: '1h', currency: 'USD', candles };
    const meta = { timestamp: '2026-01-01T12:00:00.000Z', request_id: 'test' };
    return { status: 200, body: { success: true, data, meta } };
  };

  #candles(from: number) {
    return [4, 3, 2, 1]
      .map((hours) => NOON - hours * HOUR)
      .filter((time) => time >= from)
      .map((time) => ({
        ...{
          time,
          open: 1,
          high: 2,
          low: 0.5,
          close: 1,
          volume: 3,
          trades: 1,
          gap: false,
          lacking: [],
          rate_basis: null,
        },
        final: time < NOON - HOUR || this.closed,
      }));
  }
}
