'use client';

import { useEffect, useState } from 'react';
import { elapsed } from './elapsed.ts';

const LOOK_MS = 1_000;

/** How long ago something last changed, ms, looked at each second. Nothing but its being another is read of `mark`. */
export function useElapsedSince(mark: unknown): number {
  const [since, setSince] = useState(0);
  useEffect(() => {
    const begin = elapsed();
    const look = () => setSince(elapsed() - begin);
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [mark]);
  return since;
}
