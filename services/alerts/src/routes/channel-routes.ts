import {
  AlertChannelChangeSchema,
  AlertChannelParamsSchema,
  AlertChannelRequestSchema,
  AlertChannelSchema,
  NewAlertChannelSchema,
} from '@tidemark/contracts/alert-channel';
import { AlertChannelTestSchema, PushKeySchema } from '@tidemark/contracts/alert-delivery';
import { callerId } from '@tidemark/service/identity/caller-id';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { ChannelStore } from '../channels/channel-store.ts';
import { noSuchChannel, toChannel, type ChannelRow } from '../channels/channel.ts';
import { TestedJustNow, type ChannelTests } from '../deliveries/channel-tests.ts';
import { idOf } from '@tidemark/service/path-id';

const tag = 'alerts';
const PATH = '/api/alerts/channels';
const ONE = `${PATH}/:channel_id`;

export interface ChannelRouteParts {
  channels: ChannelStore;
  tests: ChannelTests;
  /** The public VAPID key, once it is there; base64url. */
  pushKey: () => Promise<string>;
}

/** Where alerts are sent: making channels, listing, naming, testing and deleting them. */
export function channelRoutes(app: TypedApp, parts: ChannelRouteParts): void {
  makeRoute(app, parts);
  listRoute(app, parts);
  renameRoute(app, parts);
  deleteRoute(app, parts);
  testRoute(app, parts);
  pushKeyRoute(app, parts);
}

function makeRoute(app: TypedApp, { channels }: ChannelRouteParts): void {
  app.post(
    PATH,
    endpoint({
      id: 'createAlertChannel',
      answers: 'The channel, with its secret, which is not told again',
      refuses: ['CONFLICT'],
      access: 'user',
      summary: 'Make a channel, one of at most 20; an account sends 20 mails a day at most',
      tag,
      body: AlertChannelRequestSchema,
      data: NewAlertChannelSchema,
      status: 201,
    }),
    async (request, reply) => {
      const row = await channels.make(callerId(request), request.body);
      const open = channels.open(row);
      const data = { ...toChannel(row, open), secret: open?.secret ?? null };
      return reply.code(201).send(ok(request, data));
    },
  );
}

function listRoute(app: TypedApp, { channels }: ChannelRouteParts): void {
  app.get(
    PATH,
    endpoint({
      id: 'listAlertChannels',
      access: 'user',
      summary: 'Your channels, oldest first',
      tag,
      data: Type.Array(AlertChannelSchema),
    }),
    async (request) => {
      const rows = await channels.list(callerId(request));
      return ok(
        request,
        rows.map((row) => viewOf(channels, row)),
      );
    },
  );
}

function renameRoute(app: TypedApp, { channels }: ChannelRouteParts): void {
  app.patch(
    ONE,
    endpoint({
      id: 'renameAlertChannel',
      answers: 'The channel',
      access: 'user',
      summary: 'Name a channel; where it leads is not changed: make another one',
      tag,
      params: AlertChannelParamsSchema,
      body: AlertChannelChangeSchema,
      data: AlertChannelSchema,
    }),
    async (request) => {
      const id = channelIdOf(request.params);
      const row = await channels.rename(callerId(request), id, request.body.name);
      return ok(request, viewOf(channels, row));
    },
  );
}

function deleteRoute(app: TypedApp, { channels }: ChannelRouteParts): void {
  app.delete(
    ONE,
    endpoint({
      id: 'deleteAlertChannel',
      answers: 'Done',
      access: 'user',
      summary: 'Delete a channel for good, with what waits for it and its log',
      tag,
      params: AlertChannelParamsSchema,
      data: Type.Null(),
    }),
    async (request) => {
      await channels.remove(callerId(request), channelIdOf(request.params));
      return ok(request, null);
    },
  );
}

function testRoute(app: TypedApp, { tests }: ChannelRouteParts): void {
  app.post(
    `${ONE}/test`,
    endpoint({
      id: 'testAlertChannel',
      answers: 'How that went',
      access: 'user',
      summary: 'Send a test message now, once in 5 s at most; it is not tried again',
      tag,
      params: AlertChannelParamsSchema,
      data: AlertChannelTestSchema,
    }),
    async (request, reply) => {
      try {
        return ok(request, await tests.run(callerId(request), channelIdOf(request.params)));
      } catch (error) {
        if (error instanceof TestedJustNow) reply.header('retry-after', error.retryAfterS);
        throw error;
      }
    },
  );
}

function pushKeyRoute(app: TypedApp, { pushKey }: ChannelRouteParts): void {
  app.get(
    '/api/alerts/push-key',
    endpoint({
      id: 'getPushKey',
      access: 'user',
      summary: 'The key that a browser subscribes to push messages with',
      tag,
      data: PushKeySchema,
    }),
    async (request) => ok(request, { public_key: await pushKey() }),
  );
}

function viewOf(channels: ChannelStore, row: ChannelRow) {
  return toChannel(row, channels.open(row));
}

/** @throws TidemarkError RESOURCE_NOT_FOUND for what is no id */
function channelIdOf({ channel_id }: { channel_id: string }): string {
  const id = idOf(channel_id);
  if (id === null) throw noSuchChannel();
  return id;
}
