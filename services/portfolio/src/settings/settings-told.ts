import type { AssetSetting } from '@tidemark/contracts/portfolio-history';
import { dayText } from '../market/utc-day.ts';
import type { AssetSettings } from './asset-settings.ts';

/** The settings of assets, and of whatever else is set, by name; with `only`, of that one. */
export function settingsTold(
  { coins, prices }: AssetSettings,
  assets: readonly string[],
  coinOf: (asset: string) => string | null,
  only?: string,
): AssetSetting[] {
  const all = new Set([...assets, ...coins.keys(), ...prices.keys()]);
  const named = [...all].filter((asset) => only === undefined || asset === only).sort();
  return named.map((asset) => ({
    asset,
    coin_id: coinOf(asset),
    is_mapped: coins.has(asset),
    prices: (prices.get(asset) ?? []).map(([day, price]) => ({ day: dayText(day), price })),
  }));
}
