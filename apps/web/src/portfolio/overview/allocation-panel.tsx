'use client';

import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import dynamic from 'next/dynamic';
import { Skeleton } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { Money, Percent } from '../figures/figure.tsx';
import { slicesOf, type Slice } from './allocation.ts';

const AllocationPie = dynamic(
  () => import('./allocation-pie.tsx').then((module) => module.AllocationPie),
  { ssr: false, loading: () => <Skeleton className="mx-auto size-44 rounded-full" /> },
);

const nameOf = ({ asset, count }: Slice) => asset ?? `${count} others`;

function SliceTable({ slices }: { slices: readonly Slice[] }) {
  return (
    <table className="w-full border-collapse text-[0.8125rem]">
      <caption className="sr-only">Parts of the value, by asset</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Asset</th>
          <th scope="col">Value</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {slices.map((slice) => (
          <tr key={nameOf(slice)} className="h-8 border-t border-line first:border-t-0">
            <th scope="row" className="text-left font-medium">
              <span className="flex items-center gap-2">
                <span
                  aria-hidden
                  className="size-2.5 shrink-0 rounded-xs"
                  style={{ backgroundColor: slice.color }}
                />
                {nameOf(slice)}
              </span>
            </th>
            <td className="px-2 text-right">
              <Money amount={slice.value} />
            </td>
            <td className="w-16 text-right">
              <Percent percent={slice.percent} isShare />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function notDrawn({ positions, unpriced }: PortfolioPerformance): string | null {
  const below = positions.flatMap(({ asset, value }) => (Number(value) < 0 ? [asset] : []));
  const parts = [
    unpriced.length > 0 && `${unpriced.join(', ')} without a price`,
    below.length > 0 && `${below.join(', ')} below zero`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : `Not in the picture: ${parts.join('; ')}.`;
}

/** What the value is made of. */
export function AllocationPanel({ performance }: { performance: PortfolioPerformance }) {
  const slices = slicesOf(performance.positions);
  const without = notDrawn(performance);
  return (
    <Panel aria-label="Allocation" className="pb-4">
      <PanelHeader>
        <PanelTitle>Allocation</PanelTitle>
      </PanelHeader>
      {slices.length === 0 ? (
        <p className="px-4 text-muted">Nothing that is held has a value yet.</p>
      ) : (
        <div className="flex flex-col gap-4 px-4 sm:flex-row sm:items-center xl:flex-col">
          <div className="mx-auto h-44 w-full max-w-52 shrink-0">
            <AllocationPie slices={slices} />
          </div>
          <SliceTable slices={slices} />
        </div>
      )}
      {without !== null && <p className="px-4 pt-3 text-xs text-muted">{without}</p>}
    </Panel>
  );
}
