import {
  CurrencyRateSchema,
  DailyRateSchema,
  MoneyCodeSchema,
} from '@tidemark/contracts/currency-rate';
import { TidemarkError } from '@tidemark/contracts/errors';
import { askedTimeSchema, LATEST_MS } from '@tidemark/contracts/time';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import { tag, type RouteParts } from './route-parts.ts';

/** Where `from` is left out. */
const YEAR_MS = 366 * 86_400_000;

/** What money is worth. */
export function rateRoutes(app: TypedApp, { rates, clock }: RouteParts): void {
  app.get(
    '/api/market/rates',
    endpoint({
      id: 'listCurrencyRates',
      access: 'public',
      summary: 'What currencies and the dollar’s stablecoins are worth in US dollars now',
      tag,
      data: Type.Array(CurrencyRateSchema),
    }),
    async (request) => ok(request, await rates.now()),
  );

  app.get(
    '/api/market/rates/:code',
    endpoint({
      id: 'listDailyRates',
      access: 'public',
      summary: 'What a currency was worth in US dollars, day by day, the oldest first',
      answers:
        'Every UTC day of the range up to today; one without a rate has that of the last day before, at most ten ' +
        'days later, and is left out otherwise',
      tag,
      params: Type.Object({ code: MoneyCodeSchema }),
      query: Type.Object({
        from: Type.Optional(askedTimeSchema('days that begin at or after this; a year by default')),
        to: Type.Optional(askedTimeSchema('days that begin before this; today too by default')),
      }),
      data: Type.Array(DailyRateSchema),
    }),
    async (request) => {
      const { to = LATEST_MS } = request.query;
      const { from = Math.min(to, clock.now()) - YEAR_MS } = request.query;
      if (from >= to) {
        throw new TidemarkError('INVALID_REQUEST', 'The range is empty', [
          { field: 'query.from', reason: 'must be before `to`' },
        ]);
      }
      return ok(request, await rates.days(request.params.code, from, to));
    },
  );
}
