/** Between what bounds the venue's time is over this machine's steady clock, ms. */
export interface Bounds {
  low: number;
  high: number;
}

/** What all of them hold; `low` is over `high` where they do not agree. */
export function overlapOf(all: readonly Bounds[]): Bounds {
  return {
    low: Math.max(...all.map(({ low }) => low)),
    high: Math.min(...all.map(({ high }) => high)),
  };
}

/** Whether one agrees with what others agree on; with none it does. */
export function agree(others: readonly Bounds[], one: Bounds): boolean {
  const { low, high } = overlapOf([...others, one]);
  return low <= high;
}

export function middleOf({ low, high }: Bounds): number {
  return (low + high) / 2;
}
