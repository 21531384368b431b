import {
  CandlesViewSchema,
  INTERVAL_MS,
  type Candle,
  type Interval,
} from '@tidemark/contracts/candle';
import { successSchema } from '@tidemark/contracts/envelope';
import { TidemarkError } from '@tidemark/contracts/errors';
import { ANONYMOUS } from '@tidemark/service/identity/identity';
import type { AskService } from '@tidemark/service-calls/ask-service';
import { Compile } from 'typebox/compile';

/** Bars of one answer. */
const PAGE = 1_000;
const Answer = Compile(successSchema(CandlesViewSchema));

/**
 * Consolidated bars of a coin that open in [from, to), epoch ms, oldest first, the open one too.
 * @throws TidemarkError RESOURCE_NOT_FOUND for a coin that has no market; UPSTREAM_UNAVAILABLE or NOT_READY
 */
export async function readBars(
  ask: AskService,
  { coinId, interval, from, to }: { coinId: string; interval: Interval; from: number; to: number },
): Promise<Candle[]> {
  const bars: Candle[] = [];
  const step = PAGE * INTERVAL_MS[interval];
  for (let begin = from; begin < to; begin += step) {
    const query = `interval=${interval}&from=${begin}&to=${Math.min(to, begin + step)}&limit=${PAGE}`;
    const path = `/api/market/candles/${encodeURIComponent(coinId)}?${query}`;
    const call = { service: 'market-data', method: 'GET', path, identity: ANONYMOUS } as const;
    const { status, body } = await ask(call);
    if (status === 404) throw new TidemarkError('RESOURCE_NOT_FOUND', `No market here: ${coinId}`);
    if (status !== 200 || !Answer.Check(body)) {
      throw new TidemarkError('UPSTREAM_UNAVAILABLE', 'market-data gave no candles. Try again.');
    }
    bars.push(...body.data.candles);
  }
  return bars;
}
