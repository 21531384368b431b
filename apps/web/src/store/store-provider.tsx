'use client';

import { useState, type ReactNode } from 'react';
import { Provider, useDispatch, useSelector, useStore } from 'react-redux';
import { createStore, type Dispatch, type RootState, type Store } from './store.ts';

/** Gives the pages their store; one a tab. */
export function StoreProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createStore);
  return <Provider store={store}>{children}</Provider>;
}

export const useAppDispatch = useDispatch.withTypes<Dispatch>();
/** For what is read at a press, and not drawn. */
export const useAppStore = useStore.withTypes<Store>();
export const useAppSelector = useSelector.withTypes<RootState>();
