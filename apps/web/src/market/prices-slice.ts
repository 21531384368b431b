import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { PriceTick } from '@tidemark/contracts/price';

export interface PricesState {
  byCoin: Record<string, PriceTick>;
}

const initialState: PricesState = { byCoin: {} };

function isOlder(tick: PriceTick, known: PriceTick | undefined): boolean {
  return known !== undefined && Date.parse(tick.timestamp) < Date.parse(known.timestamp);
}

/** The latest price of each coin, whichever way it came. An older one never replaces a newer. */
const slice = createSlice({
  name: 'prices',
  initialState,
  reducers: {
    pricesArrived(state, { payload }: PayloadAction<readonly PriceTick[]>) {
      for (const tick of payload) {
        if (!isOlder(tick, state.byCoin[tick.coin_id])) state.byCoin[tick.coin_id] = tick;
      }
    },
  },
});

export const { pricesArrived } = slice.actions;
export const pricesReducer = slice.reducer;
