'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useSessionKeeping } from '../account/session/use-session.ts';
import { useAccountTheme, useThemeChoice } from '../account/use-account-theme.ts';
import { Bell } from '../alerts/bell/bell.tsx';
import { Toaster } from '../components/ui/toaster.tsx';
import { FeedStatus } from '../market/feed-status.tsx';
import { MarketLine } from '../market/market-line.tsx';
import { useMarketPolling } from '../market/use-market-polling.ts';
import { usePriceStream } from '../market/use-price-stream.ts';
import { ThemeToggle } from '../theme/theme-toggle.tsx';
import { AccountSlot } from './account-slot.tsx';
import { Footer } from './footer.tsx';
import { BottomBar, HeaderLinks, Sidebar } from './navigation.tsx';
import { Wordmark } from './wordmark.tsx';

function Header() {
  const chooseTheme = useThemeChoice();
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-3 border-b border-line bg-background/95 px-3 backdrop-blur md:gap-4 md:px-5 lg:gap-6">
      <Link href="/dashboard/" prefetch={false} aria-label="Tidemark, to the dashboard">
        <Wordmark />
      </Link>
      <HeaderLinks />
      <div className="ml-auto flex min-w-0 items-center gap-1">
        <FeedStatus />
        <Bell />
        <ThemeToggle onChoose={chooseTheme} />
        <AccountSlot />
      </div>
    </header>
  );
}

/** What every page lives in: header, links, the state of the market, footer. */
export function AppFrame({ children }: { children: ReactNode }) {
  useSessionKeeping();
  useAccountTheme();
  useMarketPolling();
  usePriceStream();
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <Header />
      <div className="flex">
        <Sidebar />
        <div className="flex min-w-0 flex-1 flex-col">
          <MarketLine />
          {/* As high as the view: the footer is below it whatever the page is waiting for, and does not jump. */}
          <main
            id="main"
            tabIndex={-1}
            className="min-h-[calc(100dvh-3.5rem)] flex-1 p-3 outline-none md:p-5"
          >
            {children}
          </main>
          <Footer />
        </div>
      </div>
      <BottomBar />
      <Toaster />
    </>
  );
}
