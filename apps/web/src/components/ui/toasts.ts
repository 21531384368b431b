import { useSyncExternalStore } from 'react';

/** Something that is said in passing, whatever page is open. */
export interface Toast {
  id: number;
  text: string;
  /** `fault`: something was not done. It stays until it is put away. */
  tone: 'plain' | 'fault';
  /** What can be done about it, such as taking it back. */
  action?: { label: string; run: () => void } | undefined;
}

const NONE: readonly Toast[] = [];
const MOST = 3;
const listeners = new Set<() => void>();
let toasts = NONE;
let count = 0;

function become(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something; the oldest go where there are too many. What is being said already is not said twice. */
export function say(text: string, rest: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
  count += 1;
  const others = toasts.filter((toast) => toast.text !== text);
  const toast: Toast = { id: count, text, tone: 'plain', ...rest };
  become([...others, toast].slice(-MOST));
}

export function putAway(id: number): void {
  become(toasts.filter((toast) => toast.id !== id));
}

export function putAllAway(): void {
  become(NONE);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    subscribe,
    () => toasts,
    () => NONE,
  );
}
