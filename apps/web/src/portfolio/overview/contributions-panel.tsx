'use client';

import type { Contribution } from '@tidemark/contracts/portfolio-history';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Choice } from '../../components/ui/choice.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { useContributionsQuery } from '../../portfolio-api/history-api.ts';
import { MoneyGain, Percent } from '../figures/figure.tsx';
import { RANGE_OPTIONS } from '../history/ranges.ts';
import { useRange } from '../history/use-range.ts';

const SHOWN = 10;

/** A bar from the middle: to the right what gained, to the left what lost. */
function Bar({ part }: { part: number }) {
  const side = part >= 0 ? 'left-1/2 bg-up' : 'right-1/2 bg-down';
  return (
    <span aria-hidden className="relative block h-2 w-full min-w-16 bg-raised">
      <span className={`absolute inset-y-0 ${side}`} style={{ width: `${Math.abs(part) * 50}%` }} />
    </span>
  );
}

/** The most first; what is not known last. */
function byGain(contributions: readonly Contribution[]): Contribution[] {
  const known = contributions.filter(({ gained }) => gained !== null);
  const unknown = contributions.filter(({ gained }) => gained === null);
  return [...known.toSorted((a, b) => Number(b.gained) - Number(a.gained)), ...unknown];
}

function Rows({ contributions }: { contributions: readonly Contribution[] }) {
  const [isAll, setAll] = useState(false);
  const ordered = byGain(contributions);
  const shown = isAll ? ordered : ordered.slice(0, SHOWN);
  const most = Math.max(...ordered.map(({ gained }) => Math.abs(Number(gained))));
  if (shown.length === 0) {
    return <p className="px-4 pb-2 text-muted">Nothing was held in this time.</p>;
  }
  return (
    <>
      <table className="w-full border-collapse text-[0.8125rem]">
        <caption className="sr-only">What each asset gained or lost</caption>
        <thead className="text-xs text-muted">
          <tr className="h-7">
            <th scope="col" className="pl-4 text-left font-normal">
              Asset
            </th>
            <th aria-hidden className="w-1/3" />
            <th scope="col" className="px-2 text-right font-normal">
              Gained
            </th>
            <th scope="col" className="pr-4 text-right font-normal">
              Of invested
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ asset, gained, percent }) => (
            <tr key={asset} className="h-8 border-t border-line">
              <th scope="row" className="pl-4 text-left font-medium">
                {asset}
              </th>
              <td aria-hidden>
                <Bar part={most === 0 || gained === null ? 0 : Number(gained) / most} />
              </td>
              <td className="px-2 text-right">
                <MoneyGain amount={gained} reason="A price at its start or end is missing." />
              </td>
              <td className="pr-4 text-right">
                <Percent percent={percent} sign="exceptZero" reason="A price is missing." />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ordered.length > shown.length && (
        <Button variant="ghost" className="mx-auto mt-2" onClick={() => setAll(true)}>
          Show {ordered.length - shown.length} more
        </Button>
      )}
    </>
  );
}

const isUnknown = (contributions: readonly Contribution[] | undefined) =>
  contributions?.some(({ gained }) => gained === null) === true;

/** What each asset did for the portfolio. */
export function ContributionsPanel({ portfolioId }: { portfolioId: string }) {
  const { range, from, choose } = useRange();
  const query = useContributionsQuery({ portfolioId, from });
  return (
    <Panel aria-label="Contributions" className="pb-3">
      <PanelHeader>
        <PanelTitle>Contributions</PanelTitle>
        <Choice
          label="Time of the contributions"
          options={RANGE_OPTIONS}
          value={range}
          onChange={choose}
        />
      </PanelHeader>
      {isUnknown(query.currentData) && (
        <p className="px-4 pb-2 text-xs text-notice">
          Not known: a price at the start or the end is missing.
        </p>
      )}
      <Loaded query={{ ...query, data: query.currentData }} what="Contributions" height="h-52">
        {(contributions) => <Rows contributions={contributions} />}
      </Loaded>
    </Panel>
  );
}
