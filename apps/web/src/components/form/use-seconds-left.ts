'use client';

import { useEffect, useState } from 'react';

const TICK_MS = 250;

/** Whole seconds until `until` (epoch ms), counting down to 0; null without an `until`. */
export function useSecondsLeft(until: number | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  const isOver = until === null || until <= now;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isOver]);
  return until === null ? null : Math.max(0, Math.ceil((until - now) / 1000));
}
