import type { PortfolioUpdate } from '@tidemark/contracts/portfolio';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { FastifyInstance } from 'fastify';

/** The part of a portfolio service that the gateway asks: whose a portfolio is. */
export class TestPortfolios {
  readonly owners = new Map<string, string>();

  mount(app: FastifyInstance): void {
    app.get('/api/portfolio/:id', { config: { access: 'user' } }, (request) => {
      const { id } = request.params as { id: string };
      if (this.owners.get(id.toLowerCase()) !== request.identity.userId) {
        throw new TidemarkError('RESOURCE_NOT_FOUND', 'No such portfolio.');
      }
      return { portfolio_id: id };
    });
  }
}

export function portfolioUpdate(
  portfolio_id: string,
  user_id: string,
  total_value: string,
): PortfolioUpdate {
  return {
    ...{ portfolio_id, user_id, total_value, gain: null, roi_percent: null },
    ...{ today_change: null, today_percent: null },
    currency: 'USD',
    timestamp: '2026-01-01T00:00:00.000Z',
  };
}
