import type { Page, Route, WebSocketRoute } from '@playwright/test';

const MINUTE = 60_000;
const ALL = 1_000;

/** A bar of a minute; `time`: epoch ms of its open. */
export interface MadeBar {
  time: number;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
}

/** Bitcoin's minutes as a test makes them: its hours pass at once, while the page and its answers are real. */
export class MadeMinutes {
  readonly #bars = new Map<number, MadeBar>();
  /** Open lines, and how many messages each has had. */
  readonly #lines = new Map<WebSocketRoute, number>();
  #now = Math.floor(Date.now() / MINUTE) * MINUTE;

  constructor() {
    for (let back = ALL; back >= 0; back -= 1) this.write(this.#now - back * MINUTE);
  }

  /** The open of the minute that it is, epoch ms. */
  get now(): number {
    return this.#now;
  }

  /** Oldest first. */
  bars(): MadeBar[] {
    return [...this.#bars.values()].sort((a, b) => a.time - b.time);
  }

  /** Trades of a minute become known; `shift` makes them others than before, USD. */
  write(time: number, shift = 0): void {
    const open = 50_000 + 400 * Math.sin(time / MINUTE / 9) + shift;
    const close = open + ((time / MINUTE) % 7) * 10 - 30;
    const [high, low] = [Math.max(open, close) + 15, Math.min(open, close) - 15];
    this.#bars.set(time, { time, open, high, low, close, volume: 2 + ((time / MINUTE) % 5) });
  }

  /** No trade of a minute is known. */
  drop(time: number): void {
    this.#bars.delete(time);
  }

  /** Minutes go by, with trades and a price in each but those of `missed`, counted from 1. */
  pass(minutes: number, missed: readonly number[] = []): void {
    for (let minute = 1; minute <= minutes; minute += 1) {
      this.#now += MINUTE;
      if (!missed.includes(minute)) this.write(this.#now);
      this.tell();
    }
  }

  /** Tells the price to whoever has a line. */
  tell(): void {
    const price = this.#bars.get(this.#now)?.close;
    if (price === undefined) return;
    const data = {
      ...{ coin_id: 'bitcoin', price, currency: 'USD', quality: 'live', simulated: true },
      ...{ change_24h: null, change_24h_pct: null, high_24h: null, low_24h: null },
      ...{ volume_24h: null, timestamp: new Date(this.#now + MINUTE / 2).toISOString() },
    };
    for (const line of this.#lines.keys()) this.#send(line, { type: 'price_update', data });
  }

  /** Answers a page's questions about bitcoin in the server's stead. */
  async serve(page: Page): Promise<void> {
    await page.route('**/api/market/candles/bitcoin?interval=1m&*', (route) => this.#answer(route));
    await page.route('**/api/market/prices', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { data: { coin_id: string }[] };
      body.data = body.data.filter(({ coin_id }) => coin_id !== 'bitcoin');
      await route.fulfill({ json: body });
    });
    await page.routeWebSocket(/\/ws\/prices/, (line) => {
      const server = line.connectToServer();
      server.onMessage((text) => {
        const isNew = !this.#lines.has(line);
        if (isNew) this.#lines.set(line, 0);
        if (!String(text).includes('"bitcoin"')) this.#send(line, JSON.parse(String(text)));
        if (isNew) this.tell();
      });
      line.onClose(() => this.#lines.delete(line));
    });
  }

  /** A message with the number that the page expects: some of the server's are left out, and some are made. */
  #send(line: WebSocketRoute, message: object): void {
    const seq = (this.#lines.get(line) ?? 0) + 1;
    this.#lines.set(line, seq);
    line.send(JSON.stringify({ ...message, seq }));
  }

  async #answer(route: Route): Promise<void> {
    const { searchParams } = new URL(route.request().url());
    const before = Number(searchParams.get('to') ?? Infinity);
    const candles = this.bars()
      .filter(({ time }) => time < before)
      .slice(-Number(searchParams.get('limit')))
      .map((bar) => ({ ...bar, trades: 3, final: true, gap: false }));
    const data = { coin_id: 'bitcoin', exchange: 'consolidated', interval: '1m', currency: 'USD' };
    const meta = { timestamp: new Date().toISOString(), request_id: 'e2e' };
    await route.fulfill({ json: { success: true, data: { ...data, candles }, meta } });
  }
}
