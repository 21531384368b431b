/** Lets what was used longest ago go until the rest has room; the newest stays in any case. Put what is used at the end. */
export function keepNewest<V>(
  kept: Map<string, V>,
  most: number,
  sizeOf: (value: V) => number,
): void {
  let size = 0;
  for (const value of kept.values()) size += sizeOf(value);
  for (const [key, value] of kept) {
    if (size <= most || kept.size === 1) return;
    kept.delete(key);
    size -= sizeOf(value);
  }
}
