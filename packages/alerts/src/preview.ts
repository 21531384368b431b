import type { Candle } from '@tidemark/contracts/candle';
import { firingsIn, type BarFiring } from './missed.ts';
import { quantityOf, watchOf, type Terms } from './watch-of.ts';

/** When an alert would have fired, by the same meaning that it has live. @param bars oldest first */
export function preview(
  terms: Terms,
  bars: readonly Pick<Candle, 'time' | 'high' | 'low' | 'close'>[],
): BarFiring[] {
  const watched = quantityOf(terms.condition);
  return firingsIn(bars, { watched, watch: watchOf(terms, null) });
}
