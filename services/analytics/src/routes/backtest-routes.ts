import { BacktestRequestSchema, BacktestSchema } from '@tidemark/contracts/backtest';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import type { Backtests } from '../answers/backtests.ts';

/** Trying a rule out. */
export function backtestRoutes(app: TypedApp, backtests: Backtests): void {
  app.post(
    '/api/analytics/backtest',
    endpoint({
      id: 'runBacktest',
      refuses: ['INSUFFICIENT_DATA', 'RESOURCE_NOT_FOUND'],
      access: 'public',
      summary: 'What a rule would have come to on stored candles, beside holding',
      tag: 'analytics',
      body: BacktestRequestSchema,
      multiline: ['body.entry', 'body.exit'],
      data: BacktestSchema,
    }),
    async (request) => ok(request, await backtests.run(request.body)),
  );
}
