const EVERY_MS = 200;
const WITHIN_MS = 10_000;
const PATHS = [
  '/api/market/prices',
  '/api/market/price/bitcoin',
  '/api/market/candles/ethereum?interval=1m&limit=50',
  '/api/market/feeds',
  '/api/market/coins',
];

/** Answers so far: all, those with 5xx, and requests without an answer. */
export interface LoadCounts {
  requests: number;
  errors: number;
  unanswered: number;
}

/** A few requests a second at every gateway, whatever state it is in. */
export class SteadyLoad {
  readonly counts: LoadCounts = { requests: 0, errors: 0, unanswered: 0 };
  readonly #timer: NodeJS.Timeout;

  constructor(gateways: readonly { url: string }[]) {
    let turn = 0;
    this.#timer = setInterval(() => {
      turn += 1;
      const path = PATHS[turn % PATHS.length] ?? '/';
      for (const { url } of gateways) void this.#ask(url + path);
    }, EVERY_MS);
  }

  /** The counts as they are now. */
  now(): LoadCounts {
    return { ...this.counts };
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #ask(url: string): Promise<void> {
    this.counts.requests += 1;
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(WITHIN_MS) });
      await answer.arrayBuffer();
      if (answer.status >= 500) this.counts.errors += 1;
    } catch {
      this.counts.unanswered += 1;
    }
  }
}
