'use client';

import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { useState, type ReactNode } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { AddressLink } from '../address-link.tsx';
import { PriceDialog } from '../asset-price/price-dialog.tsx';
import { momentText } from '../figures/day-text.ts';
import { Quantity } from '../figures/figure.tsx';
import { useReading } from '../figures/reading.tsx';

type Performance = PortfolioPerformance;

const SHOWN = 5;

/** The first few of a list, and how many more there are. */
function Few<T>({ of, children }: { of: readonly T[]; children: (one: T) => ReactNode }) {
  const [all, setAll] = useState(false);
  const shown = all ? of : of.slice(0, SHOWN);
  return (
    <>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-4">
        {shown.map((one, index) => (
          <li key={index}>{children(one)}</li>
        ))}
      </ul>
      {of.length > shown.length && (
        <Button variant="ghost" className="mt-1 -ml-2.5" onClick={() => setAll(true)}>
          Show {of.length - shown.length} more
        </Button>
      )}
    </>
  );
}

function Unpriced({ portfolioId, assets }: { portfolioId: string; assets: readonly string[] }) {
  const [asset, setAsset] = useState<string | null>(null);
  return (
    <Notice tone="notice">
      <p className="font-medium">
        {assets.length === 1 ? 'One asset has no price' : `${assets.length} assets have no price`},
        so the value of all is not known.
      </p>
      <p>Say which coin it is, or what it is worth.</p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {assets.map((each) => (
          <li key={each}>
            <Button onClick={() => setAsset(each)}>Price {each}…</Button>
          </li>
        ))}
      </ul>
      <PriceDialog portfolioId={portfolioId} asset={asset} onClose={() => setAsset(null)} />
    </Notice>
  );
}

function Missing({ performance }: { performance: Performance }) {
  const { locale } = useReading();
  const past = performance.missing_prices.filter(({ transaction_id }) => transaction_id !== null);
  if (past.length === 0) return null;
  return (
    <Notice tone="notice">
      <p className="font-medium">
        Prices of the past are missing, so some gains and costs are not known.
      </p>
      <p>Write a price into the transaction, or give the asset one by hand.</p>
      <Few of={past}>
        {({ asset, time, transaction_id }) => (
          <>
            {asset} at {momentText(time, locale)} UTC ·{' '}
            <AddressLink to={{ tab: 'transactions', transaction: transaction_id }}>
              to the transaction
            </AddressLink>
          </>
        )}
      </Few>
    </Notice>
  );
}

function Oversold({ performance }: { performance: Performance }) {
  const { oversold } = performance;
  if (oversold.length === 0) return null;
  return (
    <Notice tone="notice">
      <p className="font-medium">
        More was given away than there was: an earlier purchase or transfer is missing.
      </p>
      <p>
        Put in what is missing, or <AddressLink to={{ tab: 'import' }}>import</AddressLink> the file
        that has it.
      </p>
      <Few of={oversold}>
        {({ asset, wanted, available, transaction_id }) => (
          <>
            <Quantity amount={wanted} asset={asset} /> were to go,{' '}
            <Quantity amount={available} asset={asset} /> were there ·{' '}
            <AddressLink to={{ tab: 'transactions', transaction: transaction_id }}>
              to the transaction
            </AddressLink>
          </>
        )}
      </Few>
    </Notice>
  );
}

/** What keeps figures from being known, and what to do about it. Nothing where all is well. */
export function Attention(props: { portfolioId: string; performance: Performance }) {
  const { portfolioId, performance } = props;
  const { unpriced, history } = performance;
  const isLoading = history.ready < history.assets;
  return (
    <div className="flex flex-col gap-2 empty:hidden" data-testid="attention">
      {unpriced.length > 0 && <Unpriced portfolioId={portfolioId} assets={unpriced} />}
      {isLoading && (
        <Notice role="status">
          Past prices are being fetched: {history.ready} of {history.assets} coins are there. Until
          then some figures are not known; they come by themselves.
        </Notice>
      )}
      <Missing performance={performance} />
      <Oversold performance={performance} />
    </div>
  );
}
