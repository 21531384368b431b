import { skipToken } from '@reduxjs/toolkit/query';
import type { Candle } from '@tidemark/contracts/candle';
import { useCoinsQuery, marketApi } from '../../../market/market-api.ts';

const DAY_MS = 86_400_000;
/** What a price that was converted is known to. */
const DIGITS = 8;

/** What a coin was worth at the end of a day of UTC. */
export interface DayPrice {
  coin: string;
  /** Epoch ms of its first moment. */
  day: number;
  /** US dollars for one. */
  usd: number;
  /** The same in the currency asked for, by the day's rate; null: the rate is not known. */
  converted: number | null;
  /** The day is not over, or some of its trades are not known yet. */
  isSoFar: boolean;
}

/** The first moment of the day that a field for a time names, epoch ms; null: it names none. */
export function dayOf(time: string): number | null {
  const day = Date.parse(`${time.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day) ? null : day;
}

/** That very day's bar among bars; never another day's. */
export function barOf(bars: readonly Candle[] | undefined, day: number): Candle | null {
  return bars?.find(({ time }) => time === day) ?? null;
}

/** A price as it is typed: plain, without exponent. */
export function typedPrice(price: number): string {
  const text = price.toPrecision(DIGITS);
  const plain = text.includes('e') ? price.toFixed(20) : text;
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/**
 * Looks up what an asset was worth on the day of a time, in US dollars and in a currency; null where the market has no such coin,
 * or no price of that day.
 */
export function useDayPrice(asset: string, time: string, currency: string): DayPrice | null {
  const { data: coins } = useCoinsQuery(undefined);
  const wanted = asset.trim().toUpperCase();
  const coin = coins?.find(({ symbol }) => symbol === wanted);
  const day = dayOf(time);
  const { currentData: bars } = marketApi.endpoints.older.useQuery(
    coin === undefined || day === null
      ? skipToken
      : { coin: coin.coin_id, interval: '1d', limit: 1, before: day + DAY_MS },
  );
  const isForeign = coin !== undefined && currency !== 'USD';
  const { currentData: rate } = marketApi.endpoints.dayRate.useQuery(
    isForeign && day !== null ? { code: currency, day } : skipToken,
  );
  if (coin === undefined || day === null) return null;
  const bar = barOf(bars, day);
  if (bar === null) return null;
  const perUsd = currency === 'USD' ? 1 : rate ? 1 / Number(rate.usd) : null;
  const converted = perUsd === null ? null : bar.close * perUsd;
  return { coin: coin.name, day, usd: bar.close, converted, isSoFar: !bar.final };
}
