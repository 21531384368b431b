import type { Metadata } from 'next';
import { WatchlistPage } from '../../watchlist/watchlist-page.tsx';

export const metadata: Metadata = { title: 'Watchlists' };

export default function Page() {
  return <WatchlistPage />;
}
