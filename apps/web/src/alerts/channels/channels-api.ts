import type {
  AlertChannelTest,
  AlertDelivery,
  DeliveryState,
  PushKey,
} from '@tidemark/contracts/alert-delivery';
import type {
  AlertChannel,
  AlertChannelRequest,
  NewAlertChannel,
} from '@tidemark/contracts/alert-channel';
import { pageOf, type Page } from '../../api/envelope-query.ts';
import { sendJson } from '../../portfolio-api/portfolio-api.ts';
import { alertsApi } from '../alerts-api.ts';

interface DeliveriesAsked {
  state?: DeliveryState | undefined;
  channelId?: string | undefined;
  cursor?: string | undefined;
}

function deliveriesPath({ state, channelId, cursor }: DeliveriesAsked): string {
  const query = new URLSearchParams();
  if (state !== undefined) query.set('state', state);
  if (channelId !== undefined) query.set('channel_id', channelId);
  if (cursor !== undefined) query.set('cursor', cursor);
  const text = query.toString();
  return `alerts/deliveries${text === '' ? '' : `?${text}`}`;
}

/** Where alerts are sent, and what became of it. What holds a secret is sent with `useSend`. */
export const channelsApi = alertsApi.injectEndpoints({
  endpoints: (build) => ({
    channels: build.query<AlertChannel[], undefined>({
      query: () => 'alerts/channels',
      providesTags: ['Channels'],
    }),
    createChannel: build.mutation<NewAlertChannel, AlertChannelRequest>({
      query: (body) => sendJson('POST', 'alerts/channels', body),
      invalidatesTags: ['Channels'],
    }),
    renameChannel: build.mutation<AlertChannel, { channelId: string; name: string }>({
      query: ({ channelId, name }) => sendJson('PATCH', `alerts/channels/${channelId}`, { name }),
      invalidatesTags: ['Channels', 'Deliveries'],
    }),
    deleteChannel: build.mutation<unknown, string>({
      query: (id) => ({ url: `alerts/channels/${id}`, method: 'DELETE' }),
      invalidatesTags: ['Channels', 'Deliveries', 'Alerts'],
    }),
    testChannel: build.mutation<AlertChannelTest, string>({
      query: (id) => ({ url: `alerts/channels/${id}/test`, method: 'POST' }),
      invalidatesTags: ['Channels', 'Deliveries'],
    }),
    /** Newest first. */
    deliveries: build.query<Page<AlertDelivery>, DeliveriesAsked>({
      query: deliveriesPath,
      transformResponse: (items: AlertDelivery[], meta) => pageOf(items, meta),
      providesTags: ['Deliveries'],
    }),
    sendAgain: build.mutation<unknown, string>({
      query: (id) => ({ url: `alerts/deliveries/${id}/again`, method: 'POST' }),
      invalidatesTags: ['Deliveries'],
    }),
    /** What a browser needs to be sent to. */
    pushKey: build.query<PushKey, undefined>({ query: () => 'alerts/push-key' }),
  }),
});

export const { useChannelsQuery, useDeliveriesQuery } = channelsApi;
