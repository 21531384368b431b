import { TidemarkError } from '@tidemark/contracts/errors';

/**
 * Refuses where there is no figure to give, not even of fewer bars.
 * @throws TidemarkError INSUFFICIENT_DATA saying how many bars there are and how many it takes
 */
export function needBars(what: string, has: number, takes: number): void {
  if (has >= takes) return;
  throw new TidemarkError(
    'INSUFFICIENT_DATA',
    `${what} takes ${takes} closed bars, and there ${has === 1 ? 'is' : 'are'} ${has} so far.`,
    [{ field: 'samples', reason: `${has} of ${takes}` }],
  );
}
