import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';

export type AccountingMethod = PortfolioPerformance['method'];

/** Which of what one has a disposal takes. */
export const METHOD_WORDS: Record<AccountingMethod, string> = {
  fifo: 'First in, first out',
  lifo: 'Last in, first out',
  hifo: 'Highest cost first',
  lofo: 'Lowest cost first',
  average: 'Average cost',
  uk_pool: 'UK share pool',
};

/** In the order in which they are offered. */
export const METHODS = Object.keys(METHOD_WORDS) as AccountingMethod[];

/** The method that an address names; undefined: none, or no such. */
export function methodOf(text: string | null): AccountingMethod | undefined {
  return METHODS.find((method) => method === text);
}
