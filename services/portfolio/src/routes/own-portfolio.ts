import { idOf } from '@tidemark/service/path-id';
import { callerId } from '@tidemark/service/identity/caller-id';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PortfolioParts } from '../assemble.ts';
import { noSuchPortfolio, type PortfolioRow } from '../portfolios/portfolio.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The portfolio in the path, found to be the caller's; null before. */
    portfolio: PortfolioRow | null;
  }
}

/** Before the routes. */
export function knowPortfolios(app: FastifyInstance): void {
  app.decorateRequest('portfolio', null);
}

/**
 * Finds the portfolio in the path before the headers and the body are looked at: another's, and one that is deleted, are as
 * one that does not exist. `restorable`: one that is deleted will do.
 */
export function ownPortfolio(
  parts: Pick<PortfolioParts, 'portfolios'>,
  which: 'open' | 'restorable' = 'open',
) {
  return async (request: FastifyRequest): Promise<void> => {
    const { portfolio_id: named = '' } = request.params as { portfolio_id?: string };
    const id = idOf(named);
    // What is no id is refused by the schema, or by `portfolioOf`.
    if (id === null) return;
    const found = await parts.portfolios.find(callerId(request), id);
    if (!found || (found.deleted_at !== null && which === 'open')) throw noSuchPortfolio();
    request.portfolio = found;
  };
}

/** @throws TidemarkError RESOURCE_NOT_FOUND where `ownPortfolio` has found none */
export function portfolioOf({ portfolio }: FastifyRequest): PortfolioRow {
  if (!portfolio) throw noSuchPortfolio();
  return portfolio;
}
