import type { Sample } from './sample.ts';

/**
 * One line for each full minute. Memory is the least of its samples, the nearest to what is left after a collection;
 * lag is the worst, holes and messages as they stand at its end.
 */
export function byMinute(samples: readonly Sample[]): Sample[] {
  const minutes = Map.groupBy(samples, (sample) => Math.floor(sample.minute));
  return [...minutes].map(([minute, ofMinute]) => {
    const least = (name: 'rss' | 'heap' | 'external') =>
      Math.min(...ofMinute.map((sample) => sample[name]));
    const last = ofMinute.at(-1);
    return {
      minute,
      rss: least('rss'),
      heap: least('heap'),
      external: least('external'),
      lagP99: Math.max(...ofMinute.map((sample) => sample.lagP99)),
      holes: last?.holes ?? 0,
      messages: last?.messages ?? 0,
    };
  });
}
