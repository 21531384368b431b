import type { PortfolioFigure } from '@tidemark/contracts/portfolio-value';

/** How each figure is computed, in words and signs. A past transaction's price: ADR 0037. */
export const FORMULAS: Readonly<Record<PortfolioFigure, string>> = {
  value: 'Σ quantity × price of now, and the balance of the base currency',
  cost: 'Σ cost of what is held, with the fees of acquiring it, and the balance of the base currency',
  unrealised: 'Σ (quantity × price of now − cost) of what is held',
  realised: 'Σ (proceeds − cost) of disposals; proceeds are less their fees, costs with theirs',
  currency_gains: 'Σ (proceeds − cost) of other money that was given, at the rates of the days',
  income:
    'Σ quantity × price when it came: its own, else the close of its UTC day, today the price of now',
  expenses: 'Σ fees that are in no cost and no proceeds, at spot, and money lost',
  put_in:
    'Σ what came from outside, at spot: deposits, gifts, transfers from elsewhere, money paid that nobody put in',
  taken_out: 'Σ what went outside: money and payments at spot, gifts and transfers at their cost',
  gained: 'value − put in + taken out = realised + currency gains + income + unrealised − expenses',
  time_weighted:
    'Π (end + out) / (start + in) − 1 over days; in percent; each term is what its day added in points',
  money_weighted:
    'the rate r at which Σ flow × (1 + r)^(−days / 365) = 0, in percent a year; terms are the flows, the last is the value of now: no sum',
};
