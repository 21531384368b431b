'use client';

import type { PortfolioFigure, PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { cn } from '../../components/ui/class-names.ts';
import { MoneyGain, Money } from '../figures/figure.tsx';
import { HowButton } from '../how/how-button.tsx';

interface Line {
  figure: PortfolioFigure;
  /** Before it in the sum. */
  sign: '' | '+' | '−' | '=';
  name: string;
  isSum?: boolean;
}

/** Both sums are the same, by every method. */
const MADE: readonly Line[] = [
  { figure: 'realised', sign: '', name: 'Realised gains' },
  { figure: 'currency_gains', sign: '+', name: 'Gains of other money' },
  { figure: 'income', sign: '+', name: 'Income' },
  { figure: 'unrealised', sign: '+', name: 'Gain on what is held' },
  { figure: 'expenses', sign: '−', name: 'Expenses, money lost' },
  { figure: 'gained', sign: '=', name: 'Gained in all', isSum: true },
];
const MOVED: readonly Line[] = [
  { figure: 'value', sign: '', name: 'Value now' },
  { figure: 'put_in', sign: '−', name: 'Put in' },
  { figure: 'taken_out', sign: '+', name: 'Taken out' },
  { figure: 'gained', sign: '=', name: 'Gained in all', isSum: true },
];

function Sum({
  lines,
  performance,
}: {
  lines: readonly Line[];
  performance: PortfolioPerformance;
}) {
  return (
    <dl className="flex flex-col">
      {lines.map(({ figure, sign, name, isSum = false }) => {
        const amount = figure in performance ? performance[figure as 'value'] : null;
        return (
          <div
            key={figure}
            className={cn(
              'flex min-h-9 items-center gap-1 px-4',
              isSum && 'border-t border-line font-semibold',
            )}
          >
            <dt className="flex min-w-0 flex-1 items-center gap-1 text-[0.8125rem]">
              <span aria-hidden className="figures w-3 shrink-0 text-muted">
                {sign}
              </span>
              <span className="sr-only">{sign === '−' ? 'less ' : ''}</span>
              {name}
              <HowButton question={{ title: name, figure }} />
            </dt>
            <dd className="shrink-0">
              {isSum ? <MoneyGain amount={amount} /> : <Money amount={amount} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What was gained, told twice: by where it came from, and by what went in and out. */
export function MadeOfPanel({ performance }: { performance: PortfolioPerformance }) {
  return (
    <Panel aria-label="What the gain is made of" className="pb-2">
      <PanelHeader>
        <PanelTitle>What the gain is made of</PanelTitle>
      </PanelHeader>
      <div className="grid gap-y-4 md:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
        <Sum lines={MADE} performance={performance} />
        <Sum lines={MOVED} performance={performance} />
      </div>
    </Panel>
  );
}
