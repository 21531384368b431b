'use client';

import type { SentimentLabel } from '@tidemark/contracts/news';
import { useSyncExternalStore } from 'react';

/** What somebody said, by article; the service keeps it without their name and does not tell it again, so the browser does. */
export type OwnOpinions = Readonly<Record<string, SentimentLabel>>;

const LABELS: readonly unknown[] = ['negative', 'neutral', 'positive'] satisfies SentimentLabel[];
const NONE: OwnOpinions = {};
/** The newest articles; older ones are hardly seen again. */
const MOST = 200;
const listeners = new Set<() => void>();
let kept: { key: string; opinions: OwnOpinions } | null = null;

const keyOf = (userId: string) => `tidemark:opinions:${userId}`;

/** What the browser keeps; what we did not write is left out. */
export function readOpinions(text: string | null): OwnOpinions {
  try {
    const all: unknown = JSON.parse(text ?? '{}');
    if (typeof all !== 'object' || all === null) return NONE;
    const ours = Object.entries(all).filter(
      ([id, label]) => /^\d{1,10}$/.test(id) && LABELS.includes(label),
    );
    return Object.fromEntries(ours) as OwnOpinions;
  } catch {
    return NONE;
  }
}

/** With one more, or one that is changed; null: without it. The articles that are newest stay. */
export function withOpinion(
  opinions: OwnOpinions,
  articleId: number,
  label: SentimentLabel | null,
): OwnOpinions {
  const others = Object.entries(opinions).filter(([id]) => id !== String(articleId));
  const all = label === null ? others : [...others, [String(articleId), label] as const];
  return Object.fromEntries(all.toSorted((a, b) => Number(b[0]) - Number(a[0])).slice(0, MOST));
}

function opinionsOf(userId: string): OwnOpinions {
  const key = keyOf(userId);
  if (kept?.key !== key) {
    let text: string | null = null;
    try {
      text = localStorage.getItem(key);
    } catch {
      // A browser without storage: they hold for this page.
    }
    kept = { key, opinions: readOpinions(text) };
  }
  return kept.opinions;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What somebody said in this browser. @param userId null: nobody is signed in */
export function useOwnOpinions(userId: string | null): OwnOpinions {
  return useSyncExternalStore(
    subscribe,
    () => (userId === null ? NONE : opinionsOf(userId)),
    () => NONE,
  );
}

/** Notes what somebody said, and that it was taken back where `label` is null. */
export function noteOpinion(userId: string, articleId: number, label: SentimentLabel | null): void {
  const opinions = withOpinion(opinionsOf(userId), articleId, label);
  kept = { key: keyOf(userId), opinions };
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(opinions));
  } catch {
    // They hold for this page.
  }
  for (const listener of listeners) listener();
}
