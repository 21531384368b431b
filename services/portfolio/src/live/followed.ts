import type { PortfolioFollow } from '@tidemark/contracts/portfolio';
import type { Worth } from './worth.ts';

/** How long one is followed after it was last said, ms: gateways say it every 30 s, and one message may be late. */
const HOLDS_MS = 75_000;

/** A portfolio that somebody follows. */
export interface FollowedPortfolio {
  readonly id: string;
  /** Until when, monotonic ms. */
  until: number;
  /** A reader has come since it was told last. */
  isNew: boolean;
  /** What it was worth when it was last looked at; null: it was not yet. */
  seen: Seen | null;
}

export interface Seen {
  /** Of what it was computed from; another one is another value. */
  readonly edition: string;
  /** When, monotonic ms. */
  readonly at: number;
  /** Coins of the market whose prices are in it. */
  readonly coins: ReadonlySet<string>;
  readonly worth: Worth;
}

/** Which portfolios somebody follows now, by what gateways say. */
export class Followed {
  readonly #all = new Map<string, FollowedPortfolio>();

  get all(): readonly FollowedPortfolio[] {
    return [...this.#all.values()];
  }

  /** @param now monotonic ms */
  hear({ portfolio_id: id, is_new: isNew }: PortfolioFollow, now: number): void {
    const known = this.#all.get(id) ?? { id, until: 0, isNew: true, seen: null };
    known.until = now + HOLDS_MS;
    known.isNew ||= isNew;
    this.#all.set(id, known);
  }

  forget(isGone: (portfolio: FollowedPortfolio) => boolean): void {
    for (const portfolio of this.#all.values()) {
      if (isGone(portfolio)) this.#all.delete(portfolio.id);
    }
  }
}
