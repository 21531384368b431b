import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';

type Method = PortfolioPerformance['method'];

export const METHOD_NAMES: Readonly<Record<Method, string>> = {
  fifo: 'First in, first out (FIFO)',
  lifo: 'Last in, first out (LIFO)',
  hifo: 'Highest cost first (HIFO)',
  lofo: 'Lowest cost first (LOFO)',
  average: 'Average cost',
  uk_pool: 'UK pools (same day, 30 days, section 104)',
};

/** What each method means, in two sentences. */
export const METHOD_MEANINGS: Readonly<Record<Method, string>> = {
  fifo: 'What is disposed of is what was acquired first. Its gain is what was had for it, less what that acquisition cost.',
  lifo: 'What is disposed of is what was acquired last. Its gain is what was had for it, less what that acquisition cost.',
  hifo: 'What is disposed of is what cost most for a unit, fees included. Its gain is what was had for it, less that cost.',
  lofo: 'What is disposed of is what cost least for a unit, fees included. Its gain is what was had for it, less that cost.',
  average:
    'What is disposed of costs the average of all that is held of the asset then. Its gain is what was had for it, less that average.',
  uk_pool:
    'A disposal is matched to what was acquired on the same day in London, then in the 30 days after it, then to the average cost of the section 104 pool. Its gain is what was had for it, less the cost of what it was matched to.',
};

/** Of ADR 0033: what the method leaves open. */
export function conventionMeaning(convention: string): string {
  return convention === 'tidemark'
    ? 'A fee paid in a coin is a disposal of that coin, charged to the trade it was paid for. Within one moment acquisitions come first. A gift leaves at its cost, and long-term begins on the day after the anniversary.'
    : `What the method leaves open is settled as “${convention}” does; docs/portfolio.md of Tidemark says how.`;
}
