import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { PriceTick } from '@tidemark/contracts/price';
import { elapsed } from './elapsed.ts';

export interface PricesState {
  byCoin: Record<string, PriceTick>;
  /** When the server last spoke of a coin's price, on the clock of `elapsed`, ms. */
  heardAt: Record<string, number>;
  /** Coins of which nothing was heard for too long. */
  unheard: Record<string, boolean>;
}

const initialState: PricesState = { byCoin: {}, heardAt: {}, unheard: {} };

/** What the server said at a moment of `elapsed`. */
interface Arrival {
  ticks: readonly PriceTick[];
  at: number;
}

function isOlder(tick: PriceTick, known: PriceTick | undefined): boolean {
  return known !== undefined && Date.parse(tick.timestamp) < Date.parse(known.timestamp);
}

/**
 * The latest price of each coin, whichever way it came. An older one never replaces a newer. The server says how fresh a
 * price is at the moment it speaks; from then on the page counts for itself.
 */
const slice = createSlice({
  name: 'prices',
  initialState,
  reducers: {
    pricesArrived: {
      prepare: (ticks: readonly PriceTick[], at: number = elapsed()) => ({
        payload: { ticks, at },
      }),
      reducer(state, { payload: { ticks, at } }: PayloadAction<Arrival>) {
        for (const tick of ticks) {
          const coin = tick.coin_id;
          if (isOlder(tick, state.byCoin[coin])) continue;
          state.byCoin[coin] = tick;
          state.heardAt[coin] = at;
          state.unheard[coin] = false;
        }
      },
    },
    /** Marks the coins of which nothing was heard for more than `limitMs` at a moment of `elapsed`. */
    pricesAged(state, { payload }: PayloadAction<{ now: number; limitMs: number }>) {
      for (const [coin, heardAt] of Object.entries(state.heardAt)) {
        state.unheard[coin] = payload.now - heardAt > payload.limitMs;
      }
    },
  },
});

export const { pricesArrived, pricesAged } = slice.actions;
export const pricesReducer = slice.reducer;

/** Whether a coin's price is not fresh: the server says so, or has said nothing for too long. */
export function isStale({ byCoin, unheard }: PricesState, coin: string): boolean {
  return byCoin[coin]?.quality === 'stale' || unheard[coin] === true;
}

/** Whether there are prices and none of them is fresh. */
export function isAllStale(prices: PricesState): boolean {
  const coins = Object.keys(prices.byCoin);
  return coins.length > 0 && coins.every((coin) => isStale(prices, coin));
}
