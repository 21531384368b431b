import type { MovingAverage } from '@tidemark/contracts/analytics';
import type { Span } from '@tidemark/testkit/candle-audit';
import {
  closesPath,
  consolidatedMinutes,
  wrongFigures,
  type Ask,
} from '@tidemark/testkit/figure-audit';

const WITHIN_MS = 3_000;
/** A minute, the one that is open, and what closing and telling take, ms. */
const FRESH_MS = 60_000 + 60_000 + 20_000;
const COINS = ['bitcoin', 'ethereum', 'solana', 'pepe'];
/** Each gateway turns from one replica to the next. */
const REPLICAS = 2;

interface Gateway {
  name: string;
  url: string;
}

/** The gateways whose analytics do not know the newest minutes, in words. */
export async function oldFigures(gateways: readonly Gateway[]): Promise<string> {
  const found = await Promise.all(
    gateways.map(async (gateway) => {
      const newest = await askOf(gateway)<MovingAverage>(closesPath('bitcoin', 1));
      const time = newest?.last_bar_time ?? 0;
      return Date.now() - time > FRESH_MS ? [`${gateway.name}: ${time || 'none'}`] : [];
    }),
  );
  return found.flat().join(', ');
}

/** The figures of some coins that are not those of the span's minutes, at each gateway and of each replica, in words. */
export async function differingFigures(
  gateways: readonly Gateway[],
  span: Span,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const gateway of gateways) {
    const ask = askOf(gateway);
    for (const coin of COINS) {
      const minutes = await consolidatedMinutes(ask, coin, span);
      if (minutes.length === 0) wrong.push(`${gateway.name}: no minutes of ${coin}`);
      for (let i = 0; i < REPLICAS; i += 1) wrong.push(...(await wrongFigures(ask, coin, minutes)));
    }
  }
  return wrong;
}

function askOf({ url }: Gateway): Ask {
  return async <T>(path: string) => {
    try {
      const answer = await fetch(url + path, { signal: AbortSignal.timeout(WITHIN_MS) });
      const { data } = (await answer.json()) as { data: T };
      return answer.ok ? data : null;
    } catch {
      return null;
    }
  };
}
