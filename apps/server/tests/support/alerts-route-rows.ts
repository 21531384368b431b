import { ALERT, CHANNEL, madeAlert, madeChannel } from './made-alert.ts';
import { row, type Row } from './route-rows.ts';

const READERS = '401 401 401 401 401 200 200 200 200 200';
const WRITERS = '401 401 401 401 401 403 200 200 200 200';
const MAKERS = '401 401 401 401 401 403 201 201 201 201';
/** Of the owner's: to whoever else has an account there is none. */
const OWNERS = '401 401 401 401 401 403 200 404 404 200';
const PATH = '/api/alerts';
const { condition } = ALERT;

/** The routes of alerts; see `ROUTE_TABLE`. */
export const ALERTS_ROWS: Readonly<Record<string, Row>> = {
  'POST /api/alerts': row(MAKERS, () => ({ path: PATH, body: ALERT })),
  'GET /api/alerts': row(READERS, PATH),
  'GET /api/alerts/:alert_id': row('401 401 401 401 401 200 200 404 404 200', async (scene) => ({
    path: `${PATH}/${await madeAlert(scene.owner)}`,
  })),
  'PATCH /api/alerts/:alert_id': row(OWNERS, async (scene) => ({
    path: `${PATH}/${await madeAlert(scene.owner)}`,
    body: { is_on: false },
  })),
  'DELETE /api/alerts/:alert_id': row(OWNERS, async (scene) => ({
    path: `${PATH}/${await madeAlert(scene.owner)}`,
  })),
  'POST /api/alerts/read-line': row(WRITERS, () => ({
    path: `${PATH}/read-line`,
    body: { line: 'BTC < 60k for 5 min' },
  })),
  'POST /api/alerts/preview': row(WRITERS, () => ({
    path: `${PATH}/preview`,
    body: { coin_id: 'bitcoin', condition },
  })),
  'GET /api/alerts/export': row(READERS, `${PATH}/export`),
  'POST /api/alerts/import': row(MAKERS, () => ({
    path: `${PATH}/import`,
    body: { tidemark_alerts: 1, alerts: [ALERT] },
  })),
  'GET /api/alerts/firings': row(READERS, `${PATH}/firings`),
  'GET /api/alerts/unseen': row(READERS, `${PATH}/unseen`),
  'POST /api/alerts/seen': row(WRITERS, () => ({
    path: `${PATH}/seen`,
    body: { through: Date.now() },
  })),

  // Where they are sent.
  'POST /api/alerts/channels': row(MAKERS, () => ({ path: `${PATH}/channels`, body: CHANNEL })),
  'GET /api/alerts/channels': row(READERS, `${PATH}/channels`),
  'PATCH /api/alerts/channels/:channel_id': row(OWNERS, async (scene) => ({
    path: `${PATH}/channels/${await madeChannel(scene.owner)}`,
    body: { name: 'Elsewhere' },
  })),
  'DELETE /api/alerts/channels/:channel_id': row(OWNERS, async (scene) => ({
    path: `${PATH}/channels/${await madeChannel(scene.owner)}`,
  })),
  'POST /api/alerts/channels/:channel_id/test': row(OWNERS, async (scene) => ({
    path: `${PATH}/channels/${await madeChannel(scene.owner)}/test`,
  })),
  'GET /api/alerts/push-key': row(READERS, `${PATH}/push-key`),
  'GET /api/alerts/deliveries': row(READERS, `${PATH}/deliveries`),
  'POST /api/alerts/deliveries/:delivery_id/again': row(
    '401 401 401 401 401 403 404 404 404 404',
    `${PATH}/deliveries/00000000-0000-4000-8000-000000000000/again`,
  ),

  // Administrators: counts, and nothing of what they say.
  'GET /api/alerts/counts': row('401 401 401 401 401 403 403 403 200 403', `${PATH}/counts`),
};
