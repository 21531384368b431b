import {
  AlertDeliveryParamsSchema,
  AlertDeliverySchema,
  DeliveryStateSchema,
} from '@tidemark/contracts/alert-delivery';
import { TidemarkError } from '@tidemark/contracts/errors';
import { callerId } from '@tidemark/service/identity/caller-id';
import { DEFAULT_PAGE, pageQuery } from '@tidemark/service/page-cursor';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { Deliverer } from '../deliveries/deliverer.ts';
import type { DeliveryLog } from '../deliveries/delivery-log.ts';
import { idOf } from '@tidemark/service/path-id';

const tag = 'alerts';
const PATH = '/api/alerts/deliveries';

export interface DeliveryRouteParts {
  log: DeliveryLog;
  deliverer: Pick<Deliverer, 'wake'>;
}

const QUERY = Type.Object({
  state: Type.Optional({ ...DeliveryStateSchema, description: 'of this state alone' }),
  channel_id: Type.Optional(
    Type.String({ format: 'uuid', description: 'of one channel of yours alone' }),
  ),
  ...pageQuery('deliveries').properties,
});

/** What was sent to channels, waits and was given up on. */
export function deliveryRoutes(app: TypedApp, parts: DeliveryRouteParts): void {
  listRoute(app, parts);
  againRoute(app, parts);
}

function listRoute(app: TypedApp, { log }: DeliveryRouteParts): void {
  app.get(
    PATH,
    endpoint({
      id: 'listAlertDeliveries',
      access: 'user',
      summary: 'What was sent to your channels, waits and was given up on, newest first',
      answers: 'A page of deliveries',
      tag,
      query: QUERY,
      data: Type.Array(AlertDeliverySchema),
    }),
    async (request) => {
      const { state, channel_id, limit = DEFAULT_PAGE, cursor } = request.query;
      const channelId = channel_id?.toLowerCase().replace('urn:uuid:', '');
      const asked = { userId: callerId(request), state, channelId, limit, cursor };
      const { items, next } = await log.list(asked);
      return ok(request, items, { next_cursor: next });
    },
  );
}

function againRoute(app: TypedApp, { log, deliverer }: DeliveryRouteParts): void {
  app.post(
    `${PATH}/:delivery_id/again`,
    endpoint({
      id: 'sendAlertAgain',
      access: 'user',
      summary: 'Send again what was given up on, as if it had not been tried',
      answers: 'The delivery, which waits',
      refuses: ['CONFLICT'],
      tag,
      params: AlertDeliveryParamsSchema,
      data: AlertDeliverySchema,
    }),
    async (request) => {
      const id = idOf(request.params.delivery_id);
      if (id === null) throw new TidemarkError('RESOURCE_NOT_FOUND', 'No such delivery.');
      const delivery = await log.again(callerId(request), id);
      deliverer.wake();
      return ok(request, delivery);
    },
  );
}
