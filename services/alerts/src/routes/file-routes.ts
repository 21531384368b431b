import { AlertSchema, AlertsFileSchema } from '@tidemark/contracts/alert';
import { callerId } from '@tidemark/service/identity/caller-id';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import { requestOf } from '../alerts/alert-form.ts';
import { toAlert } from '../alerts/alert.ts';
import type { AlertsParts } from '../assemble.ts';
import { FILE_BYTES, PATH, tag } from './alert-routes.ts';

/** Alerts in a file and out of one. */
export function fileRoutes(app: TypedApp, parts: AlertsParts): void {
  app.get(
    `${PATH}/export`,
    endpoint({
      id: 'exportAlerts',
      access: 'user',
      summary: 'Your alerts, as a file of them may be imported; channels are left out',
      tag,
      data: AlertsFileSchema,
    }),
    async (request) => {
      const rows = await parts.alerts.list(callerId(request));
      const alerts = rows.map((row) => {
        const { channels: _channels, ...asked } = requestOf(row);
        return asked;
      });
      return ok(request, { tidemark_alerts: 1 as const, alerts });
    },
  );
  app.post(
    `${PATH}/import`,
    {
      ...endpoint({
        id: 'importAlerts',
        refuses: ['CONFLICT', 'RESOURCE_NOT_FOUND'],
        access: 'user',
        summary: 'Make the alerts of a file, all of them or none; those that there are stay',
        answers: 'What was made',
        tag,
        body: AlertsFileSchema,
        data: Type.Array(AlertSchema),
        status: 201,
      }),
      bodyLimit: FILE_BYTES,
    },
    async (request, reply) => {
      const { alerts } = request.body;
      await parts.coins.need(alerts.flatMap(({ coins }) => coins ?? []));
      const rows = await parts.alerts.create(callerId(request), alerts, (i) => `body.alerts.${i}`);
      await parts.tell(rows.map(({ id }) => id));
      const now = parts.clock.now();
      return reply.code(201).send(
        ok(
          request,
          rows.map((row) => toAlert(row, [], now)),
        ),
      );
    },
  );
}
