import type { StoreEnhancer } from '@reduxjs/toolkit';

/** What fails in one reader of the store stops neither the others nor whoever dispatched. Each failing reader is told of once. */
export const isolatedSubscribers: StoreEnhancer = (create) => (reducer, state) => {
  const store = create(reducer, state);
  return { ...store, subscribe: (listener) => store.subscribe(isolated(listener)) };
};

function isolated(listener: () => void): () => void {
  let isTold = false;
  return () => {
    try {
      listener();
    } catch (error) {
      if (!isTold) console.error('A reader of the store failed; the others go on.', error);
      isTold = true;
    }
  };
}
