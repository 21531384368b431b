/** The tree of time: a day of 6 × 4 h, each of 4 × 1 h, 4 × 15 min, 3 × 5 min, 5 × 1 min. */
export const LEVELS = [
  { ms: 86_400_000, children: 6 },
  { ms: 14_400_000, children: 4 },
  { ms: 3_600_000, children: 4 },
  { ms: 900_000, children: 3 },
  { ms: 300_000, children: 5 },
  { ms: 60_000, children: 0 },
] as const;

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;
export const MINUTE_LEVEL = LEVELS.length - 1;

/** Length in ms of a node of the level. @throws RangeError for a level that is not there */
export function levelMs(level: number): number {
  const entry = LEVELS[level];
  if (!entry) throw new RangeError(`no level ${level}`);
  return entry.ms;
}

/** Number of children of a node of the level; 0 for a minute. */
export function fanOut(level: number): number {
  return LEVELS[level]?.children ?? 0;
}

/** One number for a node: its level and its start. Safe to 2^53 for any date. */
export function nodeKey(level: number, start: number): number {
  return (start / MINUTE_MS) * 8 + level;
}
