import { useSyncExternalStore } from 'react';
import {
  DEFAULT_CHOICE,
  readChoice,
  writeChoice,
  type IndicatorChoice,
} from './indicator-choice.ts';

const KEY = 'tidemark:chart-indicators';
const listeners = new Set<() => void>();
let current: IndicatorChoice | null = null;

function load(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function currentChoice(): IndicatorChoice {
  current ??= readChoice(load());
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The indicators that this browser shows. */
export function useIndicatorChoice(): IndicatorChoice {
  return useSyncExternalStore(subscribe, currentChoice, () => DEFAULT_CHOICE);
}

/** Shows other indicators, and keeps the choice for the next visit, where the browser lets us. */
export function chooseIndicators(choice: IndicatorChoice): void {
  current = choice;
  try {
    localStorage.setItem(KEY, writeChoice(choice));
  } catch {
    // A browser without storage: the choice holds for this page.
  }
  for (const listener of listeners) listener();
}
