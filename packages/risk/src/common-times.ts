import type { Series } from './series.ts';

/** Two series over the times that both have; `x[i]` and `y[i]` are of the same time. */
export interface Pairs {
  readonly times: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Pairs the values of equal times. A time that only one has is left out: nothing is interpolated. */
export function overCommonTimes(a: Series, b: Series): Pairs {
  const room = Math.min(a.times.length, b.times.length);
  const [times, x, y] = [new Float64Array(room), new Float64Array(room), new Float64Array(room)];
  let [i, j, count] = [0, 0, 0];
  while (i < a.times.length && j < b.times.length) {
    const apart = (a.times[i] as number) - (b.times[j] as number);
    if (apart === 0) {
      times[count] = a.times[i] as number;
      x[count] = a.values[i] as number;
      y[count] = b.values[j] as number;
      count += 1;
    }
    if (apart <= 0) i += 1;
    if (apart >= 0) j += 1;
  }
  return {
    times: times.subarray(0, count),
    x: x.subarray(0, count),
    y: y.subarray(0, count),
  };
}
