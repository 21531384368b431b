import { apiUrl } from '../api/api.config.ts';
import { version } from '../../package.json';

/** Version, where the prices come from, and the notice that the licence of the charts asks for. */
export function Footer() {
  return (
    <footer className="flex flex-wrap gap-x-6 gap-y-1 border-t border-line px-4 pt-4 pb-20 text-xs text-muted md:px-5 md:pb-4">
      <span>Tidemark {version}</span>
      <span>Prices: Binance, Coinbase</span>
      <span>
        Charts:{' '}
        <a
          href="https://www.tradingview.com/"
          rel="noreferrer"
          className="underline underline-offset-2 hover:text-foreground"
        >
          TradingView Lightweight Charts™
        </a>
        , © TradingView, Inc.
      </span>
      <a
        href={apiUrl('/api/docs')}
        className="underline underline-offset-2 hover:text-foreground lg:hidden"
      >
        API docs
      </a>
      <span className="md:ml-auto">MIT licence</span>
    </footer>
  );
}
