import {
  AlertChangeSchema,
  AlertParamsSchema,
  AlertRequestSchema,
  AlertSchema,
} from '@tidemark/contracts/alert';
import { SERVICES } from '@tidemark/contracts/services';
import { callerId } from '@tidemark/service/identity/caller-id';
import { idOf } from '@tidemark/service/path-id';
import { etagOf, TAGS, wantedVersions } from '@tidemark/service/if-match';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import { noSuchAlert } from '../alerts/alert-store.ts';
import { toAlert, type AlertRow } from '../alerts/alert.ts';
import type { AlertsParts } from '../assemble.ts';

export const tag = 'alerts';
export const PATH = '/api/alerts';
const ONE = `${PATH}/:alert_id`;

const VersionHeaders = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      ...{ maxLength: 200, pattern: TAGS },
      description: 'the `ETag` of what is meant; left out: whatever it is now',
    }),
  ),
});

/** Making alerts, reading, changing and deleting them. */
export function alertRoutes(app: TypedApp, parts: AlertsParts): void {
  createRoute(app, parts);
  readRoutes(app, parts);
  changeRoute(app, parts);
  deleteRoute(app, parts);
}

function createRoute(app: TypedApp, parts: AlertsParts): void {
  app.post(
    PATH,
    endpoint({
      id: 'createAlert',
      answers: 'The alert',
      refuses: ['CONFLICT', 'RESOURCE_NOT_FOUND'],
      access: 'user',
      summary: 'Make an alert, one of at most 1,000',
      tag,
      isVersioned: true,
      body: AlertRequestSchema,
      data: AlertSchema,
      status: 201,
    }),
    async (request, reply) => {
      await parts.coins.need(request.body.coins ?? []);
      const [row] = await parts.alerts.create(callerId(request), [request.body]);
      if (!row) throw noSuchAlert();
      await parts.tell([row.id]);
      const alert = toAlert(row, [], parts.clock.now());
      return reply.code(201).header('etag', etagOf(alert)).send(ok(request, alert));
    },
  );
}

/** @throws TidemarkError RESOURCE_NOT_FOUND for what is no id */
function alertIdOf({ alert_id }: { alert_id: string }): string {
  const id = idOf(alert_id);
  if (id === null) throw noSuchAlert();
  return id;
}

async function viewsOf(parts: AlertsParts, rows: readonly AlertRow[]) {
  const states = await parts.alerts.states(rows);
  const now = parts.clock.now();
  return rows.map((row) => toAlert(row, states.get(row.id) ?? [], now));
}

function readRoutes(app: TypedApp, parts: AlertsParts): void {
  app.get(
    PATH,
    endpoint({
      id: 'listAlerts',
      access: 'user',
      summary: 'Your alerts, the newest first',
      tag,
      data: Type.Array(AlertSchema),
    }),
    async (request) => {
      const rows = await parts.alerts.list(callerId(request));
      return ok(request, await viewsOf(parts, rows));
    },
  );
  app.get(
    ONE,
    endpoint({
      id: 'getAlert',
      access: 'user',
      summary: 'An alert of yours',
      tag,
      isVersioned: true,
      params: AlertParamsSchema,
      data: AlertSchema,
    }),
    async (request, reply) => {
      const row = await parts.alerts.need(callerId(request), alertIdOf(request.params));
      const [alert] = await viewsOf(parts, [row]);
      if (!alert) throw noSuchAlert();
      return reply.header('etag', etagOf(row)).send(ok(request, alert));
    },
  );
}

function changeRoute(app: TypedApp, parts: AlertsParts): void {
  app.patch(
    ONE,
    endpoint({
      id: 'updateAlert',
      answers: 'The alert as it is now',
      refuses: ['PRECONDITION_FAILED'],
      access: 'user',
      summary: 'Change it; with other coins, another condition, or switched on it begins anew',
      tag,
      headers: VersionHeaders,
      isVersioned: true,
      params: AlertParamsSchema,
      body: AlertChangeSchema,
      data: AlertSchema,
    }),
    async (request, reply) => {
      const userId = callerId(request);
      const id = alertIdOf(request.params);
      await parts.alerts.need(userId, id);
      await parts.coins.need(request.body.coins ?? []);
      const wanted = wantedVersions(request.headers['if-match'] ?? '*');
      const row = await parts.alerts.change(userId, id, wanted, request.body);
      await parts.tell([id]);
      const [alert] = await viewsOf(parts, [row]);
      if (!alert) throw noSuchAlert();
      return reply.header('etag', etagOf(row)).send(ok(request, alert));
    },
  );
}

function deleteRoute(app: TypedApp, parts: AlertsParts): void {
  app.delete(
    ONE,
    endpoint({
      id: 'deleteAlert',
      answers: 'Done',
      refuses: ['PRECONDITION_FAILED'],
      access: 'user',
      summary: 'Delete an alert for good; what it fired stays in the history',
      tag,
      headers: VersionHeaders,
      params: AlertParamsSchema,
      data: Type.Null(),
    }),
    async (request) => {
      const id = alertIdOf(request.params);
      const wanted = wantedVersions(request.headers['if-match'] ?? '*');
      await parts.alerts.remove(callerId(request), id, wanted);
      await parts.tell([id]);
      return ok(request, null);
    },
  );
}

/** How many bytes a file of alerts may have. */
export const FILE_BYTES = SERVICES.alerts.bodies['POST /api/alerts/import'];
