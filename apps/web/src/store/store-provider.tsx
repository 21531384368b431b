'use client';

import { useState, type ReactNode } from 'react';
import { Provider } from 'react-redux';
import { createStore } from './store.ts';

/** Gives the pages their store; one a tab. */
export function StoreProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createStore);
  return <Provider store={store}>{children}</Provider>;
}
