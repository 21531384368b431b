'use client';

import type { StagedFile } from '@tidemark/contracts/portfolio-import';
import { Quantity } from '../../figures/figure.tsx';

/** What the transactions of a file do to each balance. */
export function MovedBalances({ file }: { file: StagedFile }) {
  const assets = Object.entries(file.balances).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  if (assets.length === 0) return null;
  return (
    <details className="group">
      <summary className="w-fit cursor-pointer rounded text-[0.8125rem] font-medium hover:text-accent">
        What they change of each balance ({assets.length})
      </summary>
      <dl className="mt-2 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {assets.map(([asset, amount]) => (
          <div
            key={asset}
            className="flex items-baseline justify-between gap-3 border-t border-line py-1.5 text-[0.8125rem]"
          >
            <dt className="min-w-0 truncate text-muted">{asset}</dt>
            <dd className="min-w-0 truncate">
              <Quantity amount={amount} sign="exceptZero" />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
