import type { PortfolioPerformance, Position } from '@tidemark/contracts/portfolio-value';

const AS_OF = Date.UTC(2026, 10, 30, 4);

/** A position with a live price, for tests. */
export function positionOf(asset: string, changes: Partial<Position> = {}): Position {
  return {
    ...{ asset, coin_id: null, kind: 'coin', quantity: '2', wallets: [] },
    price: { amount: '50', source: 'market', as_of: AS_OF, quality: 'good' },
    ...{ value: '100', cost: '80', unrealised: '20', unrealised_percent: 25 },
    ...{ realised: '0', income: '0', share_percent: 100, today: '1' },
    ...{ target_percent: null, drift_percent: null },
    ...changes,
  };
}

/** A portfolio of one position, all of it known, for tests. */
export function performanceOf(changes: Partial<PortfolioPerformance> = {}): PortfolioPerformance {
  return {
    ...{ portfolio_id: 'p', currency: 'EUR', method: 'fifo', convention: 'tidemark', as_of: AS_OF },
    ...{ value: '100', cost: '80', gain: '20', roi_percent: 25 },
    today: { change: '1', percent: 1 },
    ...{ realised: '0', currency_gains: '0', income: '0', unrealised: '20', expenses: '0' },
    ...{ put_in: '80', taken_out: '0', gained: '20', money: '0' },
    time_weighted: {
      ...{ percent: 25, annual_percent: null, timing: 'mid', since: AS_OF, unexplained_days: 0 },
    },
    money_weighted: {
      ...{ answer: 'under_a_year', annual_percent: [], overall_percent: [25], days: 30 },
    },
    ...{ positions: [positionOf('BTC')], closed: [], unpriced: [], missing_prices: [] },
    ...{ oversold: [], history: { assets: 1, ready: 1 } },
    ...changes,
  };
}
