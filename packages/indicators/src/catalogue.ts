import type { IndicatorKind } from './indicator-kind.ts';
import { adx, adxr } from './indicators/adx.ts';
import { atr } from './indicators/atr.ts';
import { bollinger } from './indicators/bollinger.ts';
import { highest, lowest } from './indicators/extreme.ts';
import { macd } from './indicators/macd.ts';
import { obv } from './indicators/obv.ts';
import { roc } from './indicators/roc.ts';
import { rsi } from './indicators/rsi.ts';
import { ema, rma, sma, wma } from './indicators/averages.ts';
import { stddev } from './indicators/stddev.ts';
import { stochastic } from './indicators/stochastic.ts';
import { vwap, vwapDay } from './indicators/vwap.ts';

/** Every indicator that is offered by name, in the order that lists show. */
export const INDICATORS: readonly IndicatorKind[] = [
  sma,
  ema,
  wma,
  rma,
  rsi,
  macd,
  bollinger,
  atr,
  stochastic,
  obv,
  vwap,
  vwapDay,
  adx,
  adxr,
  roc,
  stddev,
  highest,
  lowest,
];

const BY_NAME = new Map(INDICATORS.map((kind) => [kind.name, kind]));

/** The indicator of that name (lower case); undefined for one that is not offered. */
export function kindOf(name: string): IndicatorKind | undefined {
  return BY_NAME.get(name);
}
