import type { HistoryView, MissingHistory } from '@tidemark/contracts/feeds';
import { expect, test } from 'vitest';
import { reasonsOf, whyNothingBefore } from './missing-history.ts';

const NEW_YEAR = Date.UTC(2027, 0, 1);

function part(changes: Partial<MissingHistory> = {}): MissingHistory {
  return {
    ...{ coin_id: 'bitcoin', exchange: 'binance', interval: '1h', attempts: 2 },
    ...{ from: '2026-10-01T00:00:00Z', to: '2026-12-30T00:00:00Z' },
    ...{ reason: 'socket hang up', next_attempt: '2027-01-01T15:52:00Z' },
    ...changes,
  };
}

function history(...missing: MissingHistory[]): HistoryView {
  return { done: 1, total: 3, failed: 1, missing, missing_total: missing.length };
}

test('what is missing is said by venue and reason, with when it is asked for again', () => {
  const view = history(part(), part({ coin_id: 'solana' }), part({ reason: null }));
  expect(reasonsOf(view)).toEqual(['2 × Binance: socket hang up, next try 15:52 UTC']);
});

test('a chart learns why it has no older bars, of those that its own are made of', () => {
  const view = history(part());
  expect(whyNothingBefore(view, 'bitcoin', '4h', NEW_YEAR)).toBe(
    'Binance: socket hang up, next try 15:52 UTC',
  );
  expect(whyNothingBefore(view, 'bitcoin', '15m', NEW_YEAR)).toBeNull();
  expect(whyNothingBefore(view, 'solana', '4h', NEW_YEAR)).toBeNull();
  expect(whyNothingBefore(view, 'bitcoin', '4h', Date.UTC(2026, 8, 1))).toBeNull();
  const waiting = history(part({ reason: null, next_attempt: null }));
  expect(whyNothingBefore(waiting, 'bitcoin', '1h', NEW_YEAR)).toBe('older ones are still to come');
});
