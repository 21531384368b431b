import { useSyncExternalStore } from 'react';
import { THEME_KEY } from './theme-script.ts';

export type Theme = 'dark' | 'light';
/** `system`: as the device has it, also when that changes. */
export type ThemeChoice = Theme | 'system';

const LIGHT_DEVICE = '(prefers-color-scheme: light)';
const listeners = new Set<() => void>();

/** The theme that the page has now. */
export function currentTheme(): Theme {
  return document.documentElement.dataset.theme === 'light' ? 'light' : 'dark';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme of the page; `dark` until a choice is known. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme, () => 'dark');
}

function keptChoice(): string | null {
  try {
    return localStorage.getItem(THEME_KEY);
  } catch {
    return null;
  }
}

function show(choice: ThemeChoice): void {
  const device = window.matchMedia(LIGHT_DEVICE).matches ? 'light' : 'dark';
  document.documentElement.dataset.theme = choice === 'system' ? device : choice;
  for (const listener of listeners) listener();
}

/** Changes the theme and keeps the choice for the next visit, where the browser lets us. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(THEME_KEY, choice);
  } catch {
    // A browser without storage: the choice holds for this page.
  }
  show(choice);
}

/** Goes along when the device changes its theme, where that is the choice. Returns what ends it. */
export function followDevice(): () => void {
  const device = window.matchMedia(LIGHT_DEVICE);
  const onChange = () => {
    if (keptChoice() === 'system') show('system');
  };
  device.addEventListener('change', onChange);
  return () => device.removeEventListener('change', onChange);
}
