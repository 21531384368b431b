'use client';

import { FlaskConical, History, Radio, TriangleAlert } from 'lucide-react';
import { cn } from '../components/ui/class-names.ts';
import type { MarketHealth, Tone } from './market-health.ts';
import { useMarketHealth } from './use-market-health.ts';

const TONES: Record<Tone, string> = {
  pending: 'text-muted',
  calm: 'text-muted',
  notice: 'bg-notice-soft text-notice',
  trouble: 'bg-down-soft text-down',
};

interface KindOfMarketProps {
  market: MarketHealth['market'];
  /** Something else is said beside it: where it is narrow, the rest of this is for screen readers alone. */
  isBrief: boolean;
}

function KindOfMarket({ market, isBrief }: KindOfMarketProps) {
  if (market === null) return <span>Asking the market…</span>;
  const Icon = market === 'simulated' ? FlaskConical : Radio;
  const rest = cn(isBrief && 'max-lg:sr-only');
  return (
    <span className="flex gap-2">
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      {market === 'simulated' ? (
        <span>
          <strong className="font-semibold">Simulated market</strong>
          <span className={rest}> — prices are generated, not real</span>
        </span>
      ) : (
        <span>
          Live market<span className={rest}> — Binance and Coinbase in one price, USD</span>
        </span>
      )}
    </span>
  );
}

/**
 * The line under the header that says on every page how far its prices can be trusted. It has room from the start for
 * what may come: three rows where it is narrow, one else.
 */
export function MarketLine() {
  const { tone, market, problem, note } = useMarketHealth();
  return (
    <div
      role="status"
      data-testid="market-line"
      className={cn(
        'flex min-h-16 flex-col justify-center gap-x-6 gap-y-0.5 border-b border-line px-4 py-1.5 text-xs leading-4 md:min-h-8 md:flex-row md:flex-wrap md:items-center md:justify-start md:px-5',
        TONES[tone],
      )}
    >
      <KindOfMarket market={market} isBrief={problem !== null || note !== null} />
      {problem === null && note !== null && (
        <span className="flex gap-2 text-muted">
          <History aria-hidden className="mt-px size-3.5 shrink-0" />
          <span>
            {note.text}
            {note.more !== null && <span className="max-lg:sr-only"> — {note.more}</span>}
          </span>
        </span>
      )}
      {problem !== null && (
        <span className={cn('flex gap-2', tone === 'trouble' && 'font-medium')}>
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {problem}
        </span>
      )}
    </div>
  );
}
