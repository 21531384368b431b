/** A value and the time it belongs to. */
export interface Point {
  /** Of a bar: its open, epoch ms. */
  readonly time: number;
  readonly value: number;
}

/** Values in time: of bars, each one's open (epoch ms) and its close. Oldest first, no time twice; a bar that does not exist is left out. */
export interface Series {
  readonly times: Float64Array;
  /** As many as there are times. */
  readonly values: Float64Array;
}

export function seriesOf(points: readonly Point[]): Series {
  return {
    times: Float64Array.from(points, (point) => point.time),
    values: Float64Array.from(points, (point) => point.value),
  };
}

/** The point at a place that the series has. */
export function pointAt(series: Series, place: number): Point {
  return { time: series.times[place] as number, value: series.values[place] as number };
}

/** The part whose times are at or after `from` and before `to`; a view, nothing is copied. */
export function between(series: Series, from: number, to: number): Series {
  const [start, end] = [firstAtOrAfter(series.times, from), firstAtOrAfter(series.times, to)];
  return {
    times: series.times.subarray(start, end),
    values: series.values.subarray(start, end),
  };
}

function firstAtOrAfter(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
