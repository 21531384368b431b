import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startPlatform } from './platform.ts';

const PAGE = fileURLToPath(new URL('../../../apps/web/out/dashboard/index.html', import.meta.url));
const HISTORY_LIMIT_MS = 120_000;

async function historyIsThere(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/market/feeds`);
  const { data } = (await answer.json()) as { data: { history: { done: number; total: number } } };
  return data.history.total > 0 && data.history.done >= data.history.total;
}

async function untilHistory(url: string): Promise<void> {
  const limit = Date.now() + HISTORY_LIMIT_MS;
  while (!(await historyIsThere(url))) {
    if (Date.now() > limit) throw new Error('History was not loaded in time.');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** One running product for all journeys; its address is in TIDEMARK_E2E_URL. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!existsSync(PAGE)) {
    throw new Error('The web app is not built: npm run build -w @tidemark/web');
  }
  const platform = await startPlatform();
  process.env.TIDEMARK_E2E_URL = platform.url;
  await untilHistory(platform.url);
  return platform.stop;
}
