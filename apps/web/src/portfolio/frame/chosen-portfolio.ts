import type { Portfolio } from '@tidemark/contracts/portfolio';

const KEY = 'tidemark:portfolio';

/** The portfolio that was looked at last in this browser. */
function keptId(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps the choice for the next visit, where the browser lets us. */
export function keepChosen(portfolioId: string): void {
  try {
    localStorage.setItem(KEY, portfolioId);
  } catch {
    // The newest one is shown next time.
  }
}

/**
 * The portfolio to show: the one that the address names, else the last one, else the newest.
 * @returns null: there is none, or the address names one that is not there
 */
export function chosenOf(
  portfolios: readonly Portfolio[],
  named: string | null,
  kept: string | null = keptId(),
): Portfolio | null {
  const of = (id: string | null) => portfolios.find(({ portfolio_id }) => portfolio_id === id);
  if (named !== null) return of(named) ?? null;
  return of(kept) ?? portfolios[0] ?? null;
}
