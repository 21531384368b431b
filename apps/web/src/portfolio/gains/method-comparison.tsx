'use client';

import { AddressLink } from '../address-link.tsx';
import { Skeleton } from '../../components/ui/loaded.tsx';
import { useGainsQuery } from '../../portfolio-api/valuation-api.ts';
import { MoneyGain, Unknown } from '../figures/figure.tsx';
import { METHOD_WORDS, METHODS, type AccountingMethod } from '../method-words.ts';
import { sumOrNull } from './sum-or-null.ts';

interface RowProps {
  portfolioId: string;
  method: AccountingMethod;
}

function Row({ portfolioId, method }: RowProps) {
  const { currentData, error } = useGainsQuery({ portfolioId, method });
  const sum = (figure: 'gain' | 'short_term' | 'long_term') => {
    if (error !== undefined) return <Unknown reason="It could not be loaded." />;
    if (currentData === undefined) return <Skeleton className="ml-auto h-4 w-16" />;
    return <MoneyGain amount={sumOrNull(currentData.years.map((year) => year[figure]))} />;
  };
  return (
    <tr className="h-9 border-t border-line">
      <th scope="row" className="pl-4 text-left font-medium">
        <AddressLink to={{ method }} className="hover:text-accent">
          {METHOD_WORDS[method]}
        </AddressLink>
      </th>
      <td className="px-2 text-right">{sum('gain')}</td>
      <td className="px-2 text-right max-sm:hidden">{sum('short_term')}</td>
      <td className="pr-4 text-right max-sm:hidden">{sum('long_term')}</td>
    </tr>
  );
}

/** The gains of all years by each method: the same coins, another order. */
export function MethodComparison({ portfolioId }: { portfolioId: string }) {
  return (
    <table className="w-full border-collapse border-t border-line text-[0.8125rem]">
      <caption className="sr-only">Gains of all years by each method</caption>
      <thead className="text-xs text-muted">
        <tr className="h-8">
          <th scope="col" className="pl-4 text-left font-normal">
            Method
          </th>
          <th scope="col" className="px-2 text-right font-normal">
            Gain, all years
          </th>
          <th scope="col" className="px-2 text-right font-normal max-sm:hidden">
            Short-term
          </th>
          <th scope="col" className="pr-4 text-right font-normal max-sm:hidden">
            Long-term
          </th>
        </tr>
      </thead>
      <tbody>
        {METHODS.map((method) => (
          <Row key={method} portfolioId={portfolioId} method={method} />
        ))}
      </tbody>
    </table>
  );
}
