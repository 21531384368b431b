/** An SVG path through values, left to right over the width, low to high over the height. */
export function sparklinePath(values: readonly number[], width: number, height: number): string {
  if (values.length < 2) return '';
  const low = Math.min(...values);
  const spread = Math.max(...values) - low;
  const inset = 1.5;
  const room = height - 2 * inset;
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * width;
    const y = spread === 0 ? height / 2 : inset + room * (1 - (value - low) / spread);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}
