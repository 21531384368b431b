'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import { useState } from 'react';
import { useSend, whyNot } from '../../../account/use-send.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Loaded } from '../../../components/ui/loaded.tsx';
import { say } from '../../../components/ui/toasts.ts';
import { formatDayUtc } from '../../../format/time.ts';
import { portfolioApi, usePortfoliosQuery } from '../../../portfolio-api/portfolio-api.ts';
import { choosePortfolio } from '../../frame/portfolio-chooser.tsx';

function Row({ portfolio, onRestored }: { portfolio: Portfolio; onRestored: () => void }) {
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const restore = useSend(portfolioApi.endpoints.restorePortfolio);
  const { portfolio_id: id, name, base_currency, deleted_at } = portfolio;
  async function bringBack() {
    setBusy(true);
    const why = whyNot(await restore(id));
    setBusy(false);
    setFailure(why);
    if (why !== null) return;
    say(`${name} is back, with all that is in it.`);
    choosePortfolio(id);
    onRestored();
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
      <div className="min-w-0">
        <p className="font-medium break-words">{name}</p>
        <p className="text-xs text-muted">
          {base_currency}
          {deleted_at !== null && ` · deleted on ${formatDayUtc(Date.parse(deleted_at))}`}
        </p>
      </div>
      <Button disabled={busy} onClick={() => void bringBack()}>
        {busy ? 'Restoring…' : 'Restore'}
        <span className="sr-only"> {name}</span>
      </Button>
      {failure !== null && (
        <p role="alert" className="basis-full text-[0.8125rem] text-down">
          {failure}
        </p>
      )}
    </li>
  );
}

/** Portfolios that were put away, each with the way back. */
export function DeletedPortfolios({ onRestored }: { onRestored: () => void }) {
  const query = usePortfoliosQuery({ deleted: true }, { refetchOnMountOrArgChange: true });
  return (
    <Loaded query={query} what="Your deleted portfolios" height="h-24">
      {(portfolios) =>
        portfolios.length === 0 ? (
          <p className="text-muted">None of your portfolios is deleted.</p>
        ) : (
          <ul className="-my-3 divide-y divide-line">
            {portfolios.map((portfolio) => (
              <Row key={portfolio.portfolio_id} portfolio={portfolio} onRestored={onRestored} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
