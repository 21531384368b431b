import type { Clock } from '@tidemark/clock/clock';
import { successSchema } from '@tidemark/contracts/envelope';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Price } from '@tidemark/contracts/price';
import { ok } from '@tidemark/service/reply';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';

const DAY_MS = 86_400_000;

/** market-data as the service asks it, with the prices that a test writes. What is asked is counted. */
export class MadeMarket {
  /** False: nothing is answered. */
  answers = true;
  /** Symbols of the coins. */
  readonly coins = new Map([
    ['bitcoin', 'BTC'],
    ['ethereum', 'ETH'],
    ['solana', 'SOL'],
  ]);
  /** US dollars now, by coin. */
  readonly now = new Map<string, number>();
  /** US dollars at the close of a day such as `2026-01-01`, by coin. */
  readonly closes = new Map<string, Record<string, number>>();
  /** US dollars for a unit of money, by code: on days, and now. */
  readonly rates = new Map<string, Record<string, number>>();
  readonly ratesNow = new Map<string, string>();
  /** How often each path was asked. */
  readonly asked: string[] = [];
  /** Coins of which the past was asked for, and from when on. */
  readonly reached = new Map<string, number>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  mount(app: FastifyInstance): void {
    const get = (url: string, data: (request: FastifyRequest) => unknown) => {
      app.get(url, { config: { access: 'public' }, schema: ANY }, async (request) => {
        this.asked.push(request.url);
        if (!this.answers) throw new TidemarkError('NOT_READY', 'not now');
        return ok(request, data(request));
      });
    };
    get('/api/market/coins', () =>
      [...this.coins].map(([coin_id, symbol]) => ({
        ...{ coin_id, symbol, name: symbol, products: [] },
      })),
    );
    get('/api/market/prices', () => [...this.now].map(([id, price]) => this.#price(id, price)));
    get('/api/market/candles/:coin_id', (request) => this.#candles(request));
    get('/api/market/rates', () =>
      [...this.ratesNow].map(([code, usd]) => ({
        ...{ code, usd, source: 'made', as_of: this.#clock.now(), quality: 'good' },
      })),
    );
    get('/api/market/rates/:code', (request) => this.#rates(request));
    app.post('/api/market/history', { config: { access: 'service' }, schema: ANY }, (request) => {
      const { coins } = request.body as { coins: { coin_id: string; from: number }[] };
      for (const { coin_id, from } of coins) this.reached.set(coin_id, from);
      return ok(
        request,
        coins.map((coin) => ({ ...coin, reached: coin.from, done: true })),
      );
    });
  }

  /** As the bus tells it. @throws RangeError where it has no price */
  told(coin_id: string): Price {
    const price = this.now.get(coin_id);
    if (price === undefined) throw new RangeError(`${coin_id} has no price`);
    return this.#price(coin_id, price);
  }

  #price(coin_id: string, price: number): Price {
    return {
      ...{ coin_id, price, currency: 'USD', change_24h: null, change_24h_pct: null },
      ...{ high_24h: null, low_24h: null, volume_24h: null, quality: 'live', simulated: false },
      ...{ timestamp: new Date(this.#clock.now()).toISOString(), sources: [] },
    };
  }

  #candles(request: FastifyRequest) {
    const { coin_id } = request.params as { coin_id: string };
    const { from, to } = request.query as { from: string; to: string };
    const candles = Object.entries(this.closes.get(coin_id) ?? {})
      .map(([day, close]) => ({ time: Date.parse(day), close }))
      .filter(({ time }) => time >= Number(from) && time < Number(to))
      .sort((a, b) => a.time - b.time)
      .map(({ time, close }) => ({
        ...{ time, open: close, high: close, low: close, close, volume: 1, trades: 1 },
        ...{ final: true, gap: false, lacking: [], rate_basis: null },
      }));
    return { coin_id, exchange: 'consolidated', interval: '1d', currency: 'USD', candles };
  }

  #rates(request: FastifyRequest) {
    const { code } = request.params as { code: string };
    const { from, to } = request.query as { from: string; to: string };
    const rates = this.rates.get(code) ?? {};
    const days = [];
    for (let time = Number(from); time < Number(to); time += DAY_MS) {
      const day = new Date(time).toISOString().slice(0, 10);
      const usd = rates[day] ?? rates['*'];
      if (usd !== undefined) days.push({ day, usd: String(usd), from_day: day, source: 'made' });
    }
    return days;
  }
}

const ANY = {
  ...{ operationId: undefined as unknown as string, summary: '', tags: ['market'] },
  response: { 200: successSchema(Type.Any()) },
};
