import { INTERVAL_MS, type CandleEvent } from '@tidemark/contracts/candle';
import { LATEST_MS } from '@tidemark/contracts/time';
import { RATE_LISTING } from '../coins/rate-listings.ts';
import type { QuoteBoard } from './quote-board.ts';
import type { CandleStore } from '../store/candle-store.ts';

/** Hears of the dollar rate of USDT from whichever replica sees it trade, and from what was stored. */
export class RateWatch {
  readonly #board: QuoteBoard;
  #through = 0;

  constructor(board: QuoteBoard) {
    this.#board = board;
  }

  /** Up to where the rate's minutes are known to be closed, epoch ms. */
  get through(): number {
    return this.#through;
  }

  /** Takes note of a candle if it is the rate's. */
  note({ coin_id, exchange, interval, close, time, final }: CandleEvent): void {
    const { coinId } = RATE_LISTING;
    if (coin_id !== coinId || exchange !== RATE_LISTING.exchange || interval !== '1m') return;
    this.#board.noteRate(Number(close), time);
    if (final) this.#through = Math.max(this.#through, time + INTERVAL_MS['1m']);
  }

  /** Brings the last rate back that was stored: it stands in while none trades. */
  async recall(store: CandleStore): Promise<void> {
    const range = { from: 0, to: LATEST_MS, limit: 1 };
    for (const interval of ['1m', '1h', '1d'] as const) {
      const [last] = await store.bars(RATE_LISTING, interval, range);
      if (last) this.#board.noteRate(Number(last.close), last.time);
    }
  }
}
