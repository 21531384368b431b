import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Subjects from './subjects.ts';
import type { Subject, SubjectOptions } from './subjects.ts';

/** What an answer took in a stretch of load. */
export interface Cost {
  /** CPU time of the server, µs. */
  cpu: number;
  /** Answers a second. */
  rate: number;
}

/** How this checkout does beside another one: over 1 is better. */
export interface Beside {
  /** Median over the pairs, of their CPU time over ours for an answer. */
  cpu: number;
  /** Median over the pairs, of our answers a second over theirs. */
  rate: number;
  /** The middle half of the pairs' ratios of CPU time. */
  middle: readonly [number, number];
  /** Medians of this checkout, and of the other. */
  ours: Cost;
  theirs: Cost;
}

/**
 * Runs the server of this checkout and that of another, with its own bench, side by side on one core, and loads one after
 * the other in short stretches, so that whatever else the machine does falls on both.
 */
export async function beside(
  options: { ours: typeof Subjects; checkout: string; subject: SubjectOptions; pairs: number },
  load: (subject: Subject, tokens: readonly string[]) => Promise<Cost>,
): Promise<Beside> {
  const { ours, checkout, subject, pairs } = options;
  const file = join(checkout, 'bench', 'src', 'gateway', 'subjects.ts');
  const theirs = (await import(pathToFileURL(file).href)) as typeof Subjects;
  const here = await ours.startEmbedded(subject);
  const there = await theirs.startEmbedded(subject).catch(async (error: unknown) => {
    await here.stop();
    throw error;
  });
  const tokensOf = ({ tokens }: Subject) => (subject.accounts > 1 ? tokens : []);
  const cost = (of: Subject) => load(of, tokensOf(of));
  try {
    const pairsOfCosts: { we: Cost; they: Cost }[] = [];
    for (let pair = -1; pair < pairs; pair += 1) {
      const first = pair % 2 === 0 ? here : there;
      const one = await cost(first);
      const other = await cost(first === here ? there : here);
      const [we, they] = first === here ? [one, other] : [other, one];
      // The first pair only makes both warm.
      if (pair >= 0) pairsOfCosts.push({ we, they });
    }
    const at = (share: number, of: (pair: { we: Cost; they: Cost }) => number) =>
      pairsOfCosts.map(of).sort((a, b) => a - b)[Math.floor(pairs * share)] ?? NaN;
    const median = (side: 'we' | 'they'): Cost => ({
      cpu: at(0.5, (pair) => pair[side].cpu),
      rate: at(0.5, (pair) => pair[side].rate),
    });
    const cpu = (share: number) => at(share, ({ we, they }) => they.cpu / we.cpu);
    return {
      cpu: cpu(0.5),
      rate: at(0.5, ({ we, they }) => we.rate / they.rate),
      middle: [cpu(0.25), cpu(0.75)],
      ...{ ours: median('we'), theirs: median('they') },
    };
  } finally {
    await Promise.all([here.stop(), there.stop()]);
  }
}
