import type { SimListing } from '../products.ts';

/** A product as `/products` and the status channel describe it. */
export function productInfo(listing: SimListing): Record<string, unknown> {
  return {
    id: listing.product,
    base_currency: listing.base,
    quote_currency: listing.quote,
    quote_increment: unit(listing.tickDecimals),
    base_increment: unit(listing.lotDecimals),
    display_name: listing.product.replace('-', '/'),
    min_market_funds: '1',
    margin_enabled: false,
    post_only: false,
    limit_only: false,
    cancel_only: false,
    status: 'online',
    status_message: '',
    trading_disabled: false,
    fx_stablecoin: listing.base === 'USDT',
    max_slippage_percentage: '0.02000000',
    auction_mode: false,
    high_bid_limit_percentage: '',
  };
}

function unit(decimals: number): string {
  return (10 ** -decimals).toFixed(decimals);
}
