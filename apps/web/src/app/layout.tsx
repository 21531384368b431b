import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { AppFrame } from '../frame/app-frame.tsx';
import { Started } from '../start/started.tsx';
import { StoreProvider } from '../store/store-provider.tsx';
import { THEME_SCRIPT } from '../theme/theme-script.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Tidemark', template: '%s · Tidemark' },
  description: 'Live crypto prices from several exchanges, merged into one you can trust.',
};

export const viewport: Viewport = {
  themeColor: [{ color: '#07131a' }],
  width: 'device-width',
  initialScale: 1,
};

/** What stands last on every page. */
const END = 'end-of-page';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={GeistSans.variable} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        {/* A slow machine would paint half of the page, and move it as the rest is read. */}
        <link rel="expect" href={`#${END}`} blocking="render" />
      </head>
      <body className="font-sans">
        <StoreProvider>
          <Started>
            <AppFrame>{children}</AppFrame>
          </Started>
        </StoreProvider>
        <div id={END} hidden />
      </body>
    </html>
  );
}
