/** The items with the one at `from` moved to `to`; a place beyond either end is that end. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined) return [...items];
  return items.toSpliced(from, 1).toSpliced(Math.max(0, to), 0, item);
}

/** Where rows stand, in pixels from the top of the view. */
export interface RowSpan {
  top: number;
  bottom: number;
}

/** Which place the row at `from` takes when it is dragged by `dy` pixels: that of the last row whose middle its own has passed. */
export function placeAt(spans: readonly RowSpan[], from: number, dy: number): number {
  const middle = (span: RowSpan) => (span.top + span.bottom) / 2;
  const own = spans[from];
  if (own === undefined) return from;
  const at = middle(own) + dy;
  const above = spans.slice(0, from).filter((span) => middle(span) <= at).length;
  const below = spans.slice(from + 1).filter((span) => middle(span) < at).length;
  return dy < 0 ? above : from + below;
}

/** How far a row stands from its own place while another is dragged, in pixels. */
export function shiftOf(index: number, drag: { from: number; to: number; height: number }): number {
  const { from, to, height } = drag;
  if (index > from && index <= to) return -height;
  if (index < from && index >= to) return height;
  return 0;
}
