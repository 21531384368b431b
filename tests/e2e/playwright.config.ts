import { defineConfig } from '@playwright/test';
import { chromiumPath } from './support/chromium-path.ts';

/** Flags that let Chromium run as root without a graphics card and keep it from calling home. */
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How a page is made, and how it keeps a session, is the same whatever is behind it: walked through once, embedded. */
const ABOUT_PAGES_ALONE = [
  '**/accessibility.e2e.ts',
  '**/account-pages.e2e.ts',
  // Sessions over several processes: services/gateway/tests/credentials.distributed.test.ts, and accounts.e2e.ts here.
  '**/account-sessions.e2e.ts',
  '**/chart-indicators.e2e.ts',
  '**/first-visit.e2e.ts',
  '**/chart-whole.e2e.ts',
  '**/first-start.e2e.ts',
  '**/stale-prices.e2e.ts',
  '**/steadiness.e2e.ts',
];

export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.e2e.ts',
  ...(process.env.TIDEMARK_TOPOLOGY === 'distributed'
    ? { testIgnore: ABOUT_PAGES_ALONE, grepInvert: /axe finds nothing/ }
    : {}),
  globalSetup: './support/global-setup.ts',
  outputDir: './test-results',
  // One browser waits while the other works. Beside the engines and eight processes there is room for one.
  workers: process.env.TIDEMARK_TOPOLOGY === 'distributed' ? 1 : 2,
  retries: 0,
  // Two cores draw the page, make the market and, distributed, run three servers and five processes.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // PLAYWRIGHT_JSON_OUTPUT_NAME names the file of the JSON report.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : [['line']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    // What a failure leaves. Pictures of every moment would cost as much as the browser: `--trace=on` takes them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGS },
  },
});
