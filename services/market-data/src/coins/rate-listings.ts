import type { Exchange } from '@tidemark/contracts/exchange';
import type { Listing } from './listing.ts';

/** Where USDT trades against dollars: what its rate is taken from while it is there. */
export const RATE_LISTING: Listing = {
  exchange: 'coinbase',
  product: 'USDT-USD',
  coinId: 'tether',
  quote: 'USD',
};
/** Whether a product is what the rate is taken from. */
export function isRate({ exchange, product }: Pick<Listing, 'exchange' | 'product'>): boolean {
  return exchange === RATE_LISTING.exchange && product === RATE_LISTING.product;
}
/** Whether a product's prices are turned into dollars. */
export function isConverted({ quote }: Pick<Listing, 'quote'>): boolean {
  return quote !== 'USD';
}
/** What a USDC costs in USDT. */
export const USDC_IN_USDT: Listing = {
  exchange: 'binance',
  product: 'USDCUSDT',
  coinId: 'usd-coin',
  quote: 'USDT',
};
/** Products that are read for the dollar rate of USDT alone; they are kept like coins and not shown as such. */
export const RATE_LISTINGS: readonly Listing[] = [RATE_LISTING, USDC_IN_USDT];

/** A product of a venue. */
type Product = Pick<Listing, 'exchange' | 'product'> & { coinId: string };
const pair = (coinId: string, symbol: string): { usd: Product; usdt: Product } => ({
  usd: { coinId, exchange: 'coinbase' satisfies Exchange, product: `${symbol}-USD` },
  usdt: { coinId, exchange: 'binance' satisfies Exchange, product: `${symbol}USDT` },
});
/** Coins that trade every second in either currency: together their prices imply the rate. */
export const RATE_PAIRS = [pair('bitcoin', 'BTC'), pair('ethereum', 'ETH'), pair('solana', 'SOL')];
