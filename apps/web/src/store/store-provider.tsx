'use client';

import { useState, type ReactNode } from 'react';
import { Provider, useDispatch, useSelector } from 'react-redux';
import { createStore, type Dispatch, type RootState } from './store.ts';

/** Gives the pages their store; one a tab. */
export function StoreProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createStore);
  return <Provider store={store}>{children}</Provider>;
}

export const useAppDispatch = useDispatch.withTypes<Dispatch>();
export const useAppSelector = useSelector.withTypes<RootState>();
