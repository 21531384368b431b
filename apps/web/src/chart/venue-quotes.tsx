'use client';

import type { Coin } from '@tidemark/contracts/coin';
import type { ExchangeQuote } from '@tidemark/contracts/exchange';
import { formatPrice } from '../format/price.ts';
import { useExchangesQuery } from '../market/market-api.ts';
import { EXCHANGE_NAMES } from '../market/names.ts';

const QUOTES_MS = 5_000;

function Quote({ quote }: { quote: ExchangeQuote }) {
  const converted = quote.quote_currency !== 'USD';
  return (
    <li
      className="flex items-baseline gap-1 sm:gap-1.5"
      title={converted ? `${quote.product}, converted from ${quote.quote_currency}` : quote.product}
    >
      <span className="text-muted">{EXCHANGE_NAMES[quote.exchange]}</span>
      <span className="figures">{formatPrice(quote.last)}</span>
      {quote.spread_pct !== null && (
        <span className="figures hidden text-muted sm:inline">
          spread {quote.spread_pct.toFixed(3)}%
        </span>
      )}
    </li>
  );
}

/** What each venue says about the coin, under the chart. Keeps its height when there is nothing. */
export function VenueQuotes({ coin }: { coin: Coin | undefined }) {
  const { currentData } = useExchangesQuery(coin?.coin_id ?? '', {
    skip: coin === undefined,
    pollingInterval: QUOTES_MS,
    skipPollingIfUnfocused: true,
  });
  return (
    <ul
      aria-label="Last price on each exchange"
      className="flex h-9 items-center gap-2 overflow-hidden sm:gap-5 border-t border-line px-4 text-xs"
    >
      {currentData?.exchanges.map((quote) => (
        <Quote key={quote.exchange} quote={quote} />
      ))}
    </ul>
  );
}
