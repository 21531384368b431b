import type { IndicatorKind } from './indicator-kind.ts';
import { ema } from './indicators/ema.ts';
import { rma } from './indicators/rma.ts';
import { rsi } from './indicators/rsi.ts';
import { sma } from './indicators/sma.ts';

/** Every indicator that is offered by name, in the order that lists show. */
export const INDICATORS: readonly IndicatorKind[] = [sma, ema, rma, rsi];

const BY_NAME = new Map(INDICATORS.map((kind) => [kind.name, kind]));

/** The indicator of that name (lower case); undefined for one that is not offered. */
export function kindOf(name: string): IndicatorKind | undefined {
  return BY_NAME.get(name);
}
