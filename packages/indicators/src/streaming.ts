/**
 * A computation that takes its inputs one at a time, in order, and keeps a small state: the work of a step does not grow
 * with the number of steps before it. Null in: a bar that does not exist; the answer is null and the state stays as
 * it was. Null out: too few inputs have come.
 */
export interface Streaming<In, Out> {
  next(input: In | null): Out | null;
}

/** The batch form: the same computation over a whole series, one answer for each input. */
export function overSeries<In, Out>(
  streaming: Streaming<In, Out>,
  inputs: Iterable<In | null>,
): (Out | null)[] {
  const answers: (Out | null)[] = [];
  for (const input of inputs) answers.push(streaming.next(input));
  return answers;
}
