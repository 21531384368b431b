'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'tidemark:hide-amounts';
const HIDDEN = 'yes';
const listeners = new Set<() => void>();
/** For a browser without storage: the choice holds for this page. */
let chosen: boolean | null = null;

function isHidden(): boolean {
  try {
    return localStorage.getItem(KEY) === HIDDEN;
  } catch {
    return chosen ?? false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab chose.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Whether this browser is to show no money and no quantities, but percentages alone. */
export function useHiddenAmounts(): boolean {
  return useSyncExternalStore(subscribe, isHidden, () => false);
}

/** Chooses for this browser, all of its tabs. */
export function hideAmounts(hide: boolean): void {
  chosen = hide;
  try {
    if (hide) localStorage.setItem(KEY, HIDDEN);
    else localStorage.removeItem(KEY);
  } catch {
    // Kept in `chosen`.
  }
  for (const listener of listeners) listener();
}
