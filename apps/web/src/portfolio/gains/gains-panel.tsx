'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { useAddressPart } from '../address.ts';
import { AddressLink } from '../address-link.tsx';
import { useGainsQuery } from '../../portfolio-api/valuation-api.ts';
import { METHOD_WORDS, methodOf } from '../method-words.ts';
import { DisposalsPanel } from './disposals-panel.tsx';
import { LotsPanel } from './lots-panel.tsx';
import { MethodBar } from './method-bar.tsx';
import { TaxYearsPanel } from './tax-years-panel.tsx';

/** The year of an address; undefined: all. */
function yearOf(text: string | null): number | undefined {
  return text !== null && /^\d{4}$/.test(text) ? Number(text) : undefined;
}

/** What was gained by each disposal, year by year, and what is left of each purchase. */
export function GainsPanel({ portfolio: { portfolio_id: portfolioId } }: { portfolio: Portfolio }) {
  const method = methodOf(useAddressPart('method'));
  const year = yearOf(useAddressPart('year'));
  const asset = useAddressPart('asset') ?? undefined;
  const query = useGainsQuery({ portfolioId, method });
  return (
    <div className="flex flex-col gap-3 md:gap-4">
      <Loaded query={query} what="Gains" height="h-72">
        {(gains) => (
          <>
            <MethodBar portfolioId={portfolioId} asked={method} used={gains.method} />
            {method !== undefined && (
              <Notice role="status">
                Computed by “{METHOD_WORDS[method]}” to compare; the portfolio’s own method is as it
                was. <AddressLink to={{ method: null }}>Back to its own</AddressLink>
              </Notice>
            )}
            <TaxYearsPanel portfolioId={portfolioId} gains={gains} asked={method} />
            <DisposalsPanel
              key={`${method}${year}${asset}`}
              asked={{ portfolioId, method, year, asset }}
              years={gains.years.map((each) => each.year)}
            />
            <LotsPanel asked={{ portfolioId, method, asset }} />
          </>
        )}
      </Loaded>
    </div>
  );
}
