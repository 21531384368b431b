import type { ExchangeQuote } from '@tidemark/contracts/exchange';
import type { Listing } from '../coins/listing.ts';
import type { UniverseCoin } from '../coins/universe.ts';
import type { QuoteBoard } from './quote-board.ts';
import { significant } from '../book/exact.ts';

/** What each venue says of a coin now, in USD; figures it has not given are null. */
export function exchangeQuotes(
  coin: UniverseCoin,
  board: QuoteBoard,
  now: number,
): ExchangeQuote[] {
  return coin.listings.map((listing) => describe(listing, board, now));
}

function describe(listing: Listing, board: QuoteBoard, now: number): ExchangeQuote {
  const last = board.last(listing.exchange, listing.product);
  const book = board.book(listing.exchange, listing.product);
  const rate = board.rate(listing.quote, now);
  const usd = (price: number | undefined) =>
    price === undefined ? null : significant(price * rate.value);
  const newest = Math.max(last?.time ?? -Infinity, book?.time ?? -Infinity);
  const mid = book ? (book.bid + book.ask) / 2 : null;
  return {
    exchange: listing.exchange,
    product: listing.product,
    quote_currency: listing.quote,
    usd_rate: rate.value,
    rate_basis: rate.basis,
    last: usd(last?.price),
    bid: usd(book?.bid),
    ask: usd(book?.ask),
    spread_pct: book && mid ? Number((((book.ask - book.bid) / mid) * 100).toPrecision(6)) : null,
    age_ms: newest === -Infinity ? null : Math.max(0, Math.round(now - newest)),
  };
}
