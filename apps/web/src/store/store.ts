import { configureStore } from '@reduxjs/toolkit';
import { setupListeners } from '@reduxjs/toolkit/query';
import { accountApi } from '../account/account-api.ts';
import { sessionReducer } from '../account/session/session-slice.ts';
import { analyticsApi } from '../analytics/analytics-api.ts';
import { marketApi } from '../market/market-api.ts';
import { pricesReducer } from '../market/prices-slice.ts';
import { portfolioApi } from '../portfolio-api/portfolio-api.ts';
import { sentimentApi } from '../sentiment/sentiment-api.ts';
import { streamReducer } from '../stream/stream-slice.ts';
import { isolatedSubscribers } from './isolated-subscribers.ts';

/** The state of one browser tab. */
export function createStore() {
  const store = configureStore({
    reducer: {
      [marketApi.reducerPath]: marketApi.reducer,
      [accountApi.reducerPath]: accountApi.reducer,
      [analyticsApi.reducerPath]: analyticsApi.reducer,
      [portfolioApi.reducerPath]: portfolioApi.reducer,
      [sentimentApi.reducerPath]: sentimentApi.reducer,
      prices: pricesReducer,
      session: sessionReducer,
      stream: streamReducer,
    },
    middleware: (defaults) =>
      defaults({ immutableCheck: false, serializableCheck: false }).concat(
        marketApi.middleware,
        accountApi.middleware,
        analyticsApi.middleware,
        portfolioApi.middleware,
        sentimentApi.middleware,
      ),
    // Around all others: what it is given is told to none of them unguarded.
    enhancers: (defaults) => defaults().prepend(isolatedSubscribers),
  });
  setupListeners(store.dispatch);
  return store;
}

export type Store = ReturnType<typeof createStore>;
export type RootState = ReturnType<Store['getState']>;
export type Dispatch = Store['dispatch'];

/** Forgets what was read for whoever was signed in. */
export function forgetOwn(dispatch: Dispatch): void {
  dispatch(accountApi.util.resetApiState());
  dispatch(portfolioApi.util.resetApiState());
}
