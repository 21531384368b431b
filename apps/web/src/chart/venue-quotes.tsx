'use client';

import type { Coin } from '@tidemark/contracts/coin';
import type { ExchangeQuote } from '@tidemark/contracts/exchange';
import { cn } from '../components/ui/class-names.ts';
import { formatPrice } from '../format/price.ts';
import { formatSpan } from '../format/time.ts';
import { useExchangesQuery, WHILE_SEEN } from '../market/market-api.ts';
import { EXCHANGE_NAMES } from '../market/names.ts';
import { useEffect, useState } from 'react';
import { elapsed } from '../market/elapsed.ts';

const QUOTES_MS = 5_000;

/** An age is told from here on, ms. */
const OLD_MS = 10_000;
/** And is called stale from here on, as the price leaves out what is older. */
const STALE_MS = 60_000;

interface QuoteProps {
  quote: ExchangeQuote;
  /** Since the venue last said it, ms; null: it has said nothing. */
  age: number | null;
}

function Quote({ quote, age }: QuoteProps) {
  const converted = quote.quote_currency !== 'USD';
  const isStaleQuote = age !== null && age >= STALE_MS;
  return (
    <li
      className="flex items-baseline gap-1 sm:gap-1.5"
      title={converted ? `${quote.product}, converted from ${quote.quote_currency}` : quote.product}
    >
      <span className="text-muted">{EXCHANGE_NAMES[quote.exchange]}</span>
      <span className={cn('figures', isStaleQuote && 'text-muted')}>{formatPrice(quote.last)}</span>
      {quote.spread_pct !== null && !isStaleQuote && (
        <span className="figures hidden text-muted sm:inline">
          spread {quote.spread_pct.toFixed(3)}%
        </span>
      )}
      {age !== null && age >= OLD_MS && (
        <span className={cn('figures', isStaleQuote ? 'text-down' : 'text-muted')}>
          {formatSpan(age)} <span className="sr-only sm:not-sr-only">old</span>
        </span>
      )}
    </li>
  );
}

/** What each venue says about the coin, under the chart. Keeps its height when there is nothing. */
export function VenueQuotes({ coin }: { coin: Coin | undefined }) {
  const { currentData, fulfilledTimeStamp } = useExchangesQuery(coin?.coin_id ?? '', {
    skip: coin === undefined,
    pollingInterval: QUOTES_MS,
    ...WHILE_SEEN,
  });
  const since = useElapsedSince(fulfilledTimeStamp);
  return (
    <ul
      aria-label="Last price on each exchange"
      className="flex h-9 items-center gap-2 overflow-hidden sm:gap-5 border-t border-line px-4 text-xs"
    >
      {currentData?.exchanges.map((quote) => (
        <Quote
          key={quote.exchange}
          quote={quote}
          age={quote.age_ms === null ? null : quote.age_ms + since}
        />
      ))}
    </ul>
  );
}

const LOOK_MS = 1_000;

/** How long ago something last changed, ms, looked at each second. Nothing but its being another is read of `mark`. */
function useElapsedSince(mark: unknown): number {
  const [since, setSince] = useState(0);
  useEffect(() => {
    const begin = elapsed();
    const look = () => setSince(elapsed() - begin);
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [mark]);
  return since;
}
