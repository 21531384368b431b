import { useSyncExternalStore } from 'react';

const PARAMETER = 'coin';
const CHANGED = 'tidemark:coin';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGED, listener);
  };
}

function fromAddress(): string | null {
  return new URLSearchParams(window.location.search).get(PARAMETER);
}

/** The coin that the address names, `?coin=ethereum`; null without one. */
export function useSelectedCoin(): string | null {
  return useSyncExternalStore(subscribe, fromAddress, () => null);
}

/** Puts a coin into the address, as a step that Back undoes. */
export function selectCoin(coinId: string): void {
  if (coinId === fromAddress()) return;
  const address = new URL(window.location.href);
  address.searchParams.set(PARAMETER, coinId);
  window.history.pushState(window.history.state, '', address);
  window.dispatchEvent(new Event(CHANGED));
}
