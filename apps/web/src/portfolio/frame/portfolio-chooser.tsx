'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import { ChevronDown } from 'lucide-react';
import { changeAddress } from '../address.ts';
import { keepChosen } from './chosen-portfolio.ts';

/** Another portfolio: what the address says of the one before is not of this one. */
export function choosePortfolio(portfolioId: string): void {
  keepChosen(portfolioId);
  changeAddress({
    portfolio: portfolioId,
    ...{ transaction: null, method: null, year: null, asset: null },
  });
}

interface PortfolioChooserProps {
  portfolios: readonly Portfolio[];
  chosen: Portfolio | null;
}

/** Which portfolio is shown, where there are several. */
export function PortfolioChooser({ portfolios, chosen }: PortfolioChooserProps) {
  return (
    <label className="relative flex min-w-0 items-center">
      <span className="sr-only">Portfolio</span>
      <select
        value={chosen?.portfolio_id ?? ''}
        onChange={(event) => choosePortfolio(event.currentTarget.value)}
        className="h-9 min-w-0 max-w-full appearance-none truncate rounded-md bg-transparent pr-7 text-lg font-semibold tracking-tight hover:text-accent"
      >
        {chosen === null && <option value="">Choose a portfolio</option>}
        {portfolios.map(({ portfolio_id, name, base_currency }) => (
          <option key={portfolio_id} value={portfolio_id} className="bg-surface text-sm">
            {name} · {base_currency}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-1 size-4 text-muted" />
    </label>
  );
}
