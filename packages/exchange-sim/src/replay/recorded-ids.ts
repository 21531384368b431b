import { binanceTrade, coinbaseTrade, type RecordedTrade } from './recorded-trade.ts';
import type { Recording } from './recording.ts';
import type { IdShift } from './shift.ts';

type Json = Record<string, unknown>;

/** How many ids a product's recording runs over, so that a second round goes on where the first ended. */
export function idSpans(recording: Recording): Map<string, IdShift> {
  const firsts = new Map<string, RecordedTrade['trade']>();
  const spans = new Map<string, IdShift>();
  for (const { product, trade } of tradesOf(recording)) {
    const first = firsts.get(product) ?? trade;
    firsts.set(product, first);
    const span = { trade: trade.id - first.id + 1, raw: trade.lastRaw - first.firstRaw + 1 };
    spans.set(product, span);
  }
  return spans;
}

/** The trades of a recording, unmoved. */
export function tradesOf(recording: Recording): RecordedTrade[] {
  return recording.frames.flatMap(({ value }) => {
    if (!value) return [];
    const data = (value['data'] ?? value) as Json;
    const trade = recording.venue === 'binance' ? binanceTrade(data) : coinbaseTrade(value);
    return trade ? [trade] : [];
  });
}
