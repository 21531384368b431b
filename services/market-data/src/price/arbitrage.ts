import type { Arbitrage, Exchange } from '@tidemark/contracts/exchange';
import type { UniverseCoin } from '../coins/universe.ts';
import { isTraded } from '../rates/dollar-rate.ts';
import type { QuoteBoard } from '../quotes/quote-board.ts';
import { significant } from '../book/exact.ts';

/** Both quotes must be this fresh, ms. */
const MAX_AGE = 5_000;

/** Taker fee of each venue, percent. */
export type TakerFees = Readonly<Record<Exchange, number>>;

interface UsdQuote {
  exchange: Exchange;
  bid: number;
  ask: number;
  age: number;
}

/**
 * Where a coin can be bought on one venue and sold on the other, best first; bid and ask in USD at the traded USDT rate,
 * without which there is no answer: a rate that is concluded from prices says nothing about their difference.
 * Net = sell × (1 - fee) / (buy × (1 + fee)) - 1. Pairs that lose after fees are shown too: the figure is the answer.
 */
export function arbitrage(
  coins: readonly UniverseCoin[],
  board: QuoteBoard,
  fees: TakerFees,
  now: number,
): Arbitrage[] {
  return coins
    .flatMap((coin) => bestPair(coin, freshQuotes(coin, board, now), fees))
    .sort((a, b) => b.net_pct - a.net_pct);
}

function freshQuotes(coin: UniverseCoin, board: QuoteBoard, now: number): UsdQuote[] {
  return coin.listings.flatMap((listing) => {
    const book = board.book(listing.exchange, listing.product);
    const rate = board.rate(listing.quote, now);
    if (!book || !isTraded(rate) || now - book.time > MAX_AGE) return [];
    const { bid, ask, time } = book;
    return [
      {
        exchange: listing.exchange,
        bid: bid * rate.value,
        ask: ask * rate.value,
        age: Math.max(0, Math.round(now - time)),
      },
    ];
  });
}

function bestPair(coin: UniverseCoin, quotes: readonly UsdQuote[], fees: TakerFees): Arbitrage[] {
  const pairs = quotes.flatMap((buy) =>
    quotes
      .filter((sell) => sell.exchange !== buy.exchange)
      .map((sell) => describe(coin, buy, sell, fees)),
  );
  return pairs.sort((a, b) => b.net_pct - a.net_pct).slice(0, 1);
}

function describe(coin: UniverseCoin, buy: UsdQuote, sell: UsdQuote, fees: TakerFees): Arbitrage {
  const buyFee = fees[buy.exchange] / 100;
  const sellFee = fees[sell.exchange] / 100;
  const gross = sell.bid / buy.ask - 1;
  const net = (sell.bid * (1 - sellFee)) / (buy.ask * (1 + buyFee)) - 1;
  return {
    coin_id: coin.coinId,
    buy_exchange: buy.exchange,
    sell_exchange: sell.exchange,
    buy_price: significant(buy.ask),
    sell_price: significant(sell.bid),
    gross_pct: significant(gross * 100),
    fees_pct: significant((gross - net) * 100),
    net_pct: significant(net * 100),
    max_age_ms: Math.max(buy.age, sell.age),
  };
}
