import type { Bar } from '@tidemark/indicators/bar';
import type { ExitReason } from '@tidemark/contracts/backtest';

/** Prices that end a trade within a bar; null: there is none. */
export interface PriceLimits {
  readonly stop: number | null;
  readonly target: number | null;
}

/** Where and why a trade ends within a bar. */
export interface LimitHit {
  readonly price: number;
  readonly reason: Extract<ExitReason, 'stop_loss' | 'take_profit'>;
}

/** Limits around what was paid for a coin, percent away from it. */
export function limitsAround(
  entryPrice: number,
  stopLossPct: number | null,
  takeProfitPct: number | null,
): PriceLimits {
  return {
    stop: stopLossPct === null ? null : entryPrice * (1 - stopLossPct / 100),
    target: takeProfitPct === null ? null : entryPrice * (1 + takeProfitPct / 100),
  };
}

/**
 * The first limit that a bar reaches, or null. A bar that opens past a limit ends the trade at its open. Within the bar the
 * order of high and low is not known: where both limits are reached, the stop is taken to have come first.
 */
export function limitHit({ open, high, low }: Bar, { stop, target }: PriceLimits): LimitHit | null {
  if (stop !== null && open <= stop) return { price: open, reason: 'stop_loss' };
  if (target !== null && open >= target) return { price: open, reason: 'take_profit' };
  if (stop !== null && low <= stop) return { price: stop, reason: 'stop_loss' };
  if (target !== null && high >= target) return { price: target, reason: 'take_profit' };
  return null;
}
