import type { RanksView } from '@tidemark/contracts/market-views';
import { meanByDay, volatilityByDay } from './by-day.ts';
import type { DailyMarket } from './daily-market.ts';

/** Days of returns, and of the mean that a day's volume is held against. */
const RANK_DAYS = 30;

/** What a coin shows on the last day, and its place among the coins that show it. */
type CoinRank = RanksView['coins'][number];

/** Ranks of all coins, in the order of the market. Equal ones share the better place; what is not known has none. */
export function coinRanks(market: DailyMarket): CoinRank[] {
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
    coin_id: coinId,
    volatility: volatility[i] ?? null,
    volatility_rank: byVolatility?.[i] ?? null,
    volume: volume[i] ?? null,
    volume_rank: byVolume?.[i] ?? null,
    volume_to_mean: volumeToMean[i] ?? null,
    volume_to_mean_rank: byVolumeToMean?.[i] ?? null,
  }));
}

function places(figures: readonly (number | null)[]): (number | null)[] {
  const known = figures.filter((figure) => figure !== null);
  return figures.map((figure) =>
    figure === null ? null : known.filter((other) => other > figure).length + 1,
  );
}
