import { conditionWords } from '@tidemark/alerts/alert-words';
import { isInCandles } from '@tidemark/alerts/missed';
import { preview } from '@tidemark/alerts/preview';
import { LineFault, readLine } from '@tidemark/alerts/read-line';
import { quantityOf } from '@tidemark/alerts/watch-of';
import {
  AlertLineSchema,
  AlertPreviewRequestSchema,
  AlertPreviewSchema,
  AlertRequestSchema,
  type AlertPreviewRequest,
} from '@tidemark/contracts/alert';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { endpoint, ok } from '@tidemark/service/reply';
import { refusedFields } from '@tidemark/service/refused-fields';
import type { TypedApp } from '@tidemark/service/typed-app';
import { faultsOfCondition } from '../alerts/alert-form.ts';
import type { AlertsParts } from '../assemble.ts';
import { readBars } from '../coins/read-bars.ts';
import { PATH, tag } from './alert-routes.ts';

/** Up to this many days an alert is tried on bars of a minute, over it of an hour. */
const BY_MINUTE_DAYS = 2;

/** What helps to write an alert: a line that is read, and what it would have done. */
export function askedRoutes(app: TypedApp, parts: AlertsParts): void {
  app.post(
    `${PATH}/read-line`,
    endpoint({
      id: 'readAlertLine',
      access: 'user',
      summary: 'Read an alert that is written in one line; nothing is made',
      answers: 'The alert as one would ask for it',
      tag,
      body: AlertLineSchema,
      data: AlertRequestSchema,
    }),
    async (request) => {
      const coins = await parts.coins.all();
      try {
        return ok(request, readLine(request.body.line, coins));
      } catch (error) {
        if (!(error instanceof LineFault)) throw error;
        throw refusedFields([{ field: 'body.line', reason: error.message }]);
      }
    },
  );
  app.post(
    `${PATH}/preview`,
    endpoint({
      id: 'previewAlert',
      refuses: ['RESOURCE_NOT_FOUND'],
      access: 'user',
      summary: 'When an alert would have fired, by stored candles; nothing is made',
      answers: 'When it would have',
      tag,
      body: AlertPreviewRequestSchema,
      data: AlertPreviewSchema,
    }),
    async (request) => {
      const asked = request.body;
      const faults = faultsOfCondition(asked.condition);
      if (!isInCandles(quantityOf(asked.condition))) {
        const reason = 'is nothing that candles tell of';
        faults.push({ field: 'body.condition.quantity', reason });
      }
      if (faults.length > 0) throw refusedFields(faults);
      await parts.coins.need([asked.coin_id]);
      return ok(request, await previewOf(parts, asked));
    },
  );
}

async function previewOf({ ask, clock }: AlertsParts, asked: AlertPreviewRequest) {
  const { coin_id, condition, days = 90 } = asked;
  const interval = days <= BY_MINUTE_DAYS ? '1m' : '1h';
  const length = INTERVAL_MS[interval];
  const to = Math.floor(clock.now() / length) * length;
  const from = to - days * INTERVAL_MS['1d'];
  const bars = await readBars(ask, { coinId: coin_id, interval, from, to });
  const closed = bars.filter(({ final, gap }) => final && !gap);
  const firings = preview(
    {
      condition,
      recurring: asked.recurring ?? false,
      hysteresis_pct: asked.hysteresis_pct ?? 0.5,
      cooldown_s: asked.cooldown_s ?? 300,
    },
    closed,
  );
  return {
    ...{ coin_id, rule: conditionWords(condition), interval, firings },
    ...{ from: closed[0]?.time ?? from, to, bars: closed.length },
    assumptions: assumptionsOf(asked, interval, bars.length - closed.length),
  };
}

function assumptionsOf({ condition }: AlertPreviewRequest, interval: string, left: number) {
  const said = [
    `bars of ${interval}: which of a bar's low and high came first is not known, its close is last`,
  ];
  if ((condition.for_s ?? 0) > 0)
    said.push('whether it held is known at the bars’ closes and lows');
  if (left > 0) said.push(`${left} bars with gaps were left out`);
  return said;
}
