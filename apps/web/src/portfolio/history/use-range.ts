'use client';

import { useState } from 'react';
import { rangeStart, type RangeId } from './ranges.ts';

/** A range of days that is chosen, and its first day, taken when it was chosen. */
export function useRange() {
  const [chosen, setChosen] = useState<{ range: RangeId; from: string | undefined }>({
    range: 'all',
    from: undefined,
  });
  const choose = (range: RangeId) => setChosen({ range, from: rangeStart(range, Date.now()) });
  return { ...chosen, choose };
}
