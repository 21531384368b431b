import type {
  Alert,
  AlertChange,
  AlertFiring,
  AlertPreview,
  AlertPreviewRequest,
  AlertRequest,
  AlertsFile,
} from '@tidemark/contracts/alert';
import { pageOf, type Page } from '../api/envelope-query.ts';
import { ifMatch, portfolioApi, sendJson } from '../portfolio-api/portfolio-api.ts';

/** How many firings have not been seen, and when the newest was told, epoch ms; null: there is none. */
export interface Unseen {
  unseen: number;
  latest: number | null;
}

interface FiringsAsked {
  alertId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

function firingsPath({ alertId, limit, cursor }: FiringsAsked): string {
  const query = new URLSearchParams({ limit: String(limit) });
  if (alertId !== undefined) query.set('alert_id', alertId);
  if (cursor !== undefined) query.set('cursor', cursor);
  return `alerts/firings?${query.toString()}`;
}

/** The alerts service, as the pages use it: all of it is somebody's own. A firing changes alerts, firings and what is unseen. */
export const alertsApi = portfolioApi
  .enhanceEndpoints({ addTagTypes: ['Alerts', 'Firings', 'Channels', 'Deliveries'] })
  .injectEndpoints({
    endpoints: (build) => ({
      alerts: build.query<Alert[], undefined>({
        query: () => 'alerts',
        providesTags: ['Alerts'],
      }),
      createAlert: build.mutation<Alert, AlertRequest>({
        query: (body) => sendJson('POST', 'alerts', body),
        invalidatesTags: ['Alerts'],
      }),
      changeAlert: build.mutation<Alert, { alert: Alert; change: AlertChange }>({
        query: ({ alert, change }) => ({
          ...sendJson('PATCH', `alerts/${alert.alert_id}`, change),
          headers: ifMatch(alert.version),
        }),
        invalidatesTags: ['Alerts'],
      }),
      deleteAlert: build.mutation<unknown, Alert>({
        query: ({ alert_id, version }) => ({
          ...{ url: `alerts/${alert_id}`, method: 'DELETE' },
          headers: ifMatch(version),
        }),
        invalidatesTags: ['Alerts', 'Firings'],
      }),
      /** What a line such as `BTC < 60k` means; nothing is kept. */
      readLine: build.mutation<AlertRequest, string>({
        query: (line) => sendJson('POST', 'alerts/read-line', { line }),
      }),
      /** When it would have fired; nothing is kept. */
      previewAlert: build.query<AlertPreview, AlertPreviewRequest>({
        query: (body) => sendJson('POST', 'alerts/preview', body),
      }),
      exportAlerts: build.mutation<AlertsFile, undefined>({ query: () => 'alerts/export' }),
      importAlerts: build.mutation<Alert[], AlertsFile>({
        query: (body) => sendJson('POST', 'alerts/import', body),
        invalidatesTags: ['Alerts'],
      }),
      /** Newest first. */
      firings: build.query<Page<AlertFiring>, FiringsAsked>({
        query: firingsPath,
        transformResponse: (items: AlertFiring[], meta) => pageOf(items, meta),
        providesTags: ['Firings'],
      }),
      unseen: build.query<Unseen, undefined>({
        query: () => 'alerts/unseen',
        providesTags: ['Firings'],
      }),
      /** Up to then all have been seen, epoch ms. */
      seeAlerts: build.mutation<unknown, number>({
        query: (through) => sendJson('POST', 'alerts/seen', { through }),
        invalidatesTags: ['Firings'],
      }),
    }),
  });

export const { useAlertsQuery, useFiringsQuery, usePreviewAlertQuery, useUnseenQuery } = alertsApi;
