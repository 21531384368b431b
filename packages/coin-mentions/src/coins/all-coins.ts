import type { Coin } from './coin.ts';
import { CULTURE } from './culture.ts';
import { FINANCE } from './finance.ts';
import { LAYERS } from './layers.ts';
import { PEGGED } from './pegged.ts';
import { PLATFORMS } from './platforms.ts';
import { SMALLER } from './smaller.ts';

/** The larger coins and tokens of the years 2020 to 2026. */
export const ALL_COINS: readonly Coin[] = [
  ...PLATFORMS,
  ...LAYERS,
  ...FINANCE,
  ...CULTURE,
  ...PEGGED,
  ...SMALLER,
];
