import { CandlesViewSchema } from '@tidemark/contracts/candle';
import { successSchema } from '@tidemark/contracts/envelope';
import { TidemarkError } from '@tidemark/contracts/errors';
import { ANONYMOUS } from '@tidemark/service/identity/identity';
import type { AskService } from '@tidemark/service-calls/ask-service';
import { Compile } from 'typebox/compile';

const HOUR_MS = 3_600_000;
const Answer = Compile(successSchema(CandlesViewSchema));

/**
 * A coin's returns of the last `hours` closed hours, at most 999, fractions, by the hour's beginning, epoch ms.
 * @throws TidemarkError RESOURCE_NOT_FOUND for a coin that has no market here; UPSTREAM_UNAVAILABLE or NOT_READY when market-data
 *   gives no answer
 */
export async function hourlyReturns(
  ask: AskService,
  coinId: string,
  hours: number,
): Promise<Map<number, number>> {
  const path = `/api/market/candles/${coinId}?interval=1h&limit=${hours + 1}`;
  const call = { service: 'market-data', method: 'GET', path, identity: ANONYMOUS } as const;
  const { status, body } = await ask(call);
  if (status === 404) throw new TidemarkError('RESOURCE_NOT_FOUND', `No market here: ${coinId}`);
  if (status !== 200 || !Answer.Check(body)) {
    throw new TidemarkError('UPSTREAM_UNAVAILABLE', 'market-data gave no answer. Try again.');
  }
  const bars = body.data.candles.filter(({ final }) => final);
  const returns = new Map<number, number>();
  for (const [i, { time, close }] of bars.entries()) {
    const before = bars[i - 1];
    if (before && time - before.time === HOUR_MS) returns.set(time, close / before.close - 1);
  }
  return returns;
}
