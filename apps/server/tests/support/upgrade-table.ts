import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket } from 'node:net';

/**
 * What somebody may show who asks for a WebSocket. By header, as at routes:
 * - `expired`, `forged`, `unsigned`, `revoked`, `reading key`, `writing key`, `other`, `admin`, `owner`.
 *
 * In the URL: `ticket`, one that is new, `used ticket`, and `forged ticket`, which nobody was given.
 *
 * As browsers do: `cookie` comes from a page of ours, `ended cookie` too but its session is over, `cookie, no page` does
 * not say from where, and `cookie, foreign page` from another site's, as does `foreign page`, without a cookie.
 */
export const UPGRADE_KINDS = [
  ...['none', 'expired', 'forged', 'unsigned', 'revoked', 'reading key', 'writing key'],
  ...['other', 'admin', 'owner', 'ticket', 'used ticket', 'forged ticket'],
  ...['cookie', 'ended cookie', 'cookie, no page', 'cookie, foreign page', 'foreign page'],
] as const;

/** Statuses of a stream, in the order of the kinds. */
function row(statuses: string): Record<string, number> {
  const codes = statuses.trim().split(/\s+/).map(Number);
  return Object.fromEntries(UPGRADE_KINDS.map((kind, i) => [kind, codes[i] ?? 0]));
}

/** A cookie comes along unasked: one that does not hold closes no stream that everybody may open. */
const FOR_EVERYBODY = row(
  '101 401 401 401 401 101 101 101 101 101 101 401 401 101 101 101 403 403',
);

/** Every stream; of a portfolio, of the owner's: to whoever else has an account there is none. Alerts are one's own. */
export const UPGRADE_TABLE: Readonly<Record<string, Record<string, number>>> = {
  '/ws/prices': FOR_EVERYBODY,
  '/ws/sentiment': FOR_EVERYBODY,
  '/api/market/stream': FOR_EVERYBODY,
  '/ws/portfolio/{portfolio_id}': row(
    '401 401 401 401 401 101 101 404 404 101 101 401 401 101 401 401 403 403',
  ),
  '/ws/alerts': row('401 401 401 401 401 101 101 101 101 101 101 401 401 101 401 401 403 403'),
};

/** Asks for a WebSocket, and hangs up. 101: it was opened. */
export async function upgradeStatus(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const asked = request(url, {
    headers: {
      ...{ connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
      ...{ 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', ...headers },
    },
  }).end();
  const opened = once(asked, 'upgrade').then(([answer, socket]) => {
    // It is no part of the request any more.
    (socket as Socket).destroy();
    return answer as { statusCode: number };
  });
  const refused = once(asked, 'response').then(([answer]) => answer as { statusCode: number });
  const { statusCode } = await Promise.race([opened, refused]);
  asked.destroy();
  return statusCode;
}
