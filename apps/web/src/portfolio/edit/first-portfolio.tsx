'use client';

import { Panel } from '../../components/ui/panel.tsx';
import { choosePortfolio } from '../frame/portfolio-chooser.tsx';
import { PortfolioForm } from './portfolios/portfolio-form.tsx';

const STEPS = [
  ['Make a portfolio', 'A name, and the currency in which you want to see its value.'],
  ['Put in what you have', 'Import the files of your exchanges, or add transactions by hand.'],
  ['See what it is worth', 'Live, with gains, lots and tax years; every figure can be traced.'],
] as const;

/** What somebody without a portfolio sees: how to begin. */
export function FirstPortfolio() {
  return (
    <Panel aria-label="Your first portfolio" className="max-w-3xl gap-6 p-5 sm:p-8">
      <div className="flex flex-col gap-1">
        <h2 className="text-base font-semibold tracking-tight">Your first portfolio</h2>
        <p className="max-w-prose text-muted">
          What you own, what it is worth, and what became of it. It stays on this server, and nobody
          but you can see it.
        </p>
      </div>
      <ol className="grid gap-4 sm:grid-cols-3">
        {STEPS.map(([title, words], index) => (
          <li key={title} className="flex gap-3">
            <span
              aria-hidden
              className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
            >
              {index + 1}
            </span>
            <div className="flex flex-col gap-0.5">
              <h3 className="text-[0.8125rem] font-medium">{title}</h3>
              <p className="text-xs text-muted">{words}</p>
            </div>
          </li>
        ))}
      </ol>
      <div className="border-t border-line pt-5">
        <PortfolioForm
          portfolio={null}
          onDone={({ portfolio_id }) => choosePortfolio(portfolio_id)}
        />
      </div>
    </Panel>
  );
}
