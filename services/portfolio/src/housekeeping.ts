import { Housekeeping } from '@tidemark/service/housekeeping';
import type { PortfolioParts } from './assemble.ts';

type Parts = Pick<PortfolioParts, 'answers' | 'clock' | 'departed' | 'logger' | 'staged'>;

/** Removes what nobody has a use for any more. */
export function portfolioHousekeeping(parts: Parts): Housekeeping {
  const { answers, departed, staged } = parts;
  return new Housekeeping(parts, [
    { what: 'old answers', remove: () => answers.prune() },
    { what: 'old files', remove: () => staged.prune() },
    {
      what: 'what accounts left that are no more',
      remove: (stopping) => departed.remove(stopping),
    },
  ]);
}
