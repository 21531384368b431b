import { isSameBar, type Bar } from './bars.ts';

/** More changed bars than this are drawn faster all at once. */
const MOST_SINGLE = 8;

/**
 * The bars that changed since `drawn`, oldest first, when each of them can be drawn by itself: at a time that is drawn, or
 * after all of those. Null when the whole must be drawn anew: a bar came between others, or one is gone.
 * @param drawn oldest first, as is `bars`
 */
export function changedBars(drawn: readonly Bar[], bars: readonly Bar[]): Bar[] | null {
  if (drawn.length === 0 || bars.length < drawn.length) return null;
  if (drawn.some(({ time }, index) => time !== bars[index]?.time)) return null;
  const changed = bars.filter(
    (bar, index) => bar !== drawn[index] && !isSameBar(bar, drawn[index]),
  );
  return changed.length > MOST_SINGLE ? null : changed;
}
