import { meanByDay, volatilityByDay } from './by-day.ts';
import type { DailyMarket } from './daily-market.ts';

/** Days of returns, and of the mean that a day's volume is held against. */
export const RANK_DAYS = 30;

/** What a coin shows on the last day, and its place among the coins that show it: 1 is the highest. */
export interface CoinRanks {
  readonly coinId: string;
  /** `realized-volatility` of 30 daily returns, as a fraction a year. */
  readonly volatility: number | null;
  readonly volatilityRank: number | null;
  /** Traded that day, USD. */
  readonly volume: number | null;
  readonly volumeRank: number | null;
  /** The day's volume by the mean of the 30 days that end with it: 2 is twice as much. */
  readonly volumeToMean: number | null;
  readonly volumeToMeanRank: number | null;
}

/** Ranks of all coins, in the order of the market. Equal ones share the better place; what is not known has none. */
export function coinRanks(market: DailyMarket): CoinRanks[] {
  const { coins, times } = market;
  const volatility = coins.map(
    ({ closes }) => volatilityByDay(closes, times, RANK_DAYS).at(-1) ?? null,
  );
  const volume = coins.map(({ volumes }) => volumes.at(-1) ?? null);
  const volumeToMean = coins.map(({ volumes }, i) => {
    const mean = meanByDay(volumes, RANK_DAYS).at(-1) ?? null;
    return mean === null || mean === 0 ? null : (volume[i] ?? 0) / mean;
  });
  const [byVolatility, byVolume, byVolumeToMean] = [volatility, volume, volumeToMean].map(places);
  return coins.map(({ coinId }, i) => ({
    coinId,
    volatility: volatility[i] ?? null,
    volatilityRank: byVolatility?.[i] ?? null,
    volume: volume[i] ?? null,
    volumeRank: byVolume?.[i] ?? null,
    volumeToMean: volumeToMean[i] ?? null,
    volumeToMeanRank: byVolumeToMean?.[i] ?? null,
  }));
}

function places(figures: readonly (number | null)[]): (number | null)[] {
  const known = figures.filter((figure) => figure !== null);
  return figures.map((figure) =>
    figure === null ? null : known.filter((other) => other > figure).length + 1,
  );
}
