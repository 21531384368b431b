import type { AccountOf } from '../bookkeeping/question.ts';

/** The convention that a portfolio counts by, in words: `docs/portfolio.md` says what each means. */
export function conventionName({ pools, oversold }: Pick<AccountOf, 'pools' | 'oversold'>): string {
  return [
    'tidemark',
    ...(pools === 'per_wallet' ? ['per wallet'] : []),
    ...(oversold === 'extrapolate' ? ['what is not there booked at average cost'] : []),
  ].join(', ');
}
