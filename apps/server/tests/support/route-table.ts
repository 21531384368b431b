import { ALERTS_ROWS } from './alerts-route-rows.ts';
import { PORTFOLIO_ROWS } from './portfolio-route-rows.ts';
import { row, type Row, type Scene } from './route-rows.ts';
import { SENTIMENT_ROWS } from './sentiment-route-rows.ts';

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

const id = ({ owner }: Scene): string => owner.signedIn.user_id;
const of = (scene: Scene, rest = '') => `/api/users/${id(scene)}${rest}`;

/** Every route below `/api`. In a row: none, expired, forged, unsigned, revoked, reading key, writing key, other, admin, owner. */
export const ROUTE_TABLE: Readonly<Record<string, Row>> = {
  // Everyone may, and a credential that does not hold is refused all the same.
  'GET /api/market/coins': row('200 401 401 401 401 200 200 200 200 200', '/api/market/coins'),
  'GET /api/market/prices': row('200 401 401 401 401 200 200 200 200 200', '/api/market/prices'),
  'GET /api/market/price/:coin_id': row(
    '200 401 401 401 401 200 200 200 200 200',
    '/api/market/price/bitcoin',
  ),
  'GET /api/market/movers': row('200 401 401 401 401 200 200 200 200 200', '/api/market/movers'),
  'GET /api/market/candles/:coin_id': row(
    '200 401 401 401 401 200 200 200 200 200',
    '/api/market/candles/bitcoin?interval=1m',
  ),
  'GET /api/market/exchanges/:coin_id': row(
    '200 401 401 401 401 200 200 200 200 200',
    '/api/market/exchanges/bitcoin',
  ),
  'GET /api/market/arbitrage': row(
    '200 401 401 401 401 200 200 200 200 200',
    '/api/market/arbitrage',
  ),
  'GET /api/market/feeds': row('200 401 401 401 401 200 200 200 200 200', '/api/market/feeds'),
  'GET /api/market/history': row(
    '401 401 401 401 401 200 200 200 200 200',
    '/api/market/history?coin_ids=bitcoin',
  ),
  'GET /api/market/rates': row('200 401 401 401 401 200 200 200 200 200', '/api/market/rates'),
  'GET /api/market/rates/:code': row(
    '200 401 401 401 401 200 200 200 200 200',
    '/api/market/rates/USD',
  ),
  // The test's market has no history: one coin by itself has too little, several are answered with that said of each.
  'GET /api/analytics/moving-average/:coin_id': row(
    '422 401 401 401 401 422 422 422 422 422',
    '/api/analytics/moving-average/bitcoin',
  ),
  'GET /api/analytics/moving-average': row(
    '200 401 401 401 401 200 200 200 200 200',
    '/api/analytics/moving-average?coins=bitcoin',
  ),
  'GET /api/analytics/indicators/:coin_id': row(
    '422 401 401 401 401 422 422 422 422 422',
    '/api/analytics/indicators/bitcoin',
  ),
  'GET /api/analytics/indicators': row(
    '200 401 401 401 401 200 200 200 200 200',
    '/api/analytics/indicators?coins=bitcoin',
  ),
  'GET /api/analytics/volatility/:coin_id': row(
    '422 401 401 401 401 422 422 422 422 422',
    '/api/analytics/volatility/bitcoin',
  ),
  'GET /api/analytics/volatility': row(
    '200 401 401 401 401 200 200 200 200 200',
    '/api/analytics/volatility?coins=bitcoin',
  ),
  'GET /api/analytics/correlation': row(
    '422 401 401 401 401 422 422 422 422 422',
    '/api/analytics/correlation?coin_1=bitcoin&coin_2=ethereum',
  ),
  'GET /api/analytics/correlation/:coin_1/:coin_2': row(
    '422 401 401 401 401 422 422 422 422 422',
    '/api/analytics/correlation/bitcoin/ethereum',
  ),
  'GET /api/analytics/correlation-matrix': row(
    '422 401 401 401 401 422 422 422 422 422',
    '/api/analytics/correlation-matrix?coins=bitcoin,ethereum',
  ),
  'GET /api/analytics/risk/:coin_id': row(
    '422 401 401 401 401 422 422 422 422 422',
    '/api/analytics/risk/bitcoin',
  ),
  'GET /api/analytics/risk': row(
    '200 401 401 401 401 200 200 200 200 200',
    '/api/analytics/risk?coins=bitcoin',
  ),
  'GET /api/analytics/breadth': row(
    '422 401 401 401 401 422 422 422 422 422',
    '/api/analytics/breadth',
  ),
  'GET /api/analytics/ranks': row(
    '422 401 401 401 401 422 422 422 422 422',
    '/api/analytics/ranks',
  ),
  'GET /api/analytics/fear-greed': row(
    '422 401 401 401 401 422 422 422 422 422',
    '/api/analytics/fear-greed',
  ),
  'GET /api/analytics/regimes': row(
    '422 401 401 401 401 422 422 422 422 422',
    '/api/analytics/regimes',
  ),
  'GET /api/analytics/daily/:coin_id': row(
    '200 401 401 401 401 200 200 200 200 200',
    '/api/analytics/daily/bitcoin',
  ),
  'POST /api/analytics/backtest': row('422 401 401 401 401 422 422 422 422 422', () => ({
    path: '/api/analytics/backtest',
    body: { coin_id: 'bitcoin', interval: '1h', entry: 'rsi < 30' },
  })),
  'GET /api/users/registration': row(
    '200 401 401 401 401 200 200 200 200 200',
    '/api/users/registration',
  ),
  'GET /api/users/keys': row('200 401 401 401 401 200 200 200 200 200', '/api/users/keys'),
  'POST /api/users/register': row('201 401 401 401 401 201 201 201 201 201', () => {
    const username = `new-${Math.random().toString(36).slice(2, 10)}`;
    const email = `${username}@tidemark.test`;
    return { path: '/api/users/register', body: { username, email, password: `sea of ${email}` } };
  }),
  'POST /api/users/login': row('200 401 401 401 401 200 200 200 200 200', ({ owner }) => ({
    path: '/api/users/login',
    body: { username: owner.username, password: owner.password },
  })),
  'POST /api/users/refresh': row('401 401 401 401 401 401 401 401 401 401', () => ({
    path: '/api/users/refresh',
    body: { refresh_token: 'nobody’s' },
  })),
  // It ends what the body names, or else the session that asks; here the body names nobody's.
  'POST /api/users/logout': row('200 401 401 401 401 200 200 200 200 200', () => ({
    path: '/api/users/logout',
    body: { refresh_token: 'nobody’s' },
  })),
  'POST /api/users/password/forgot': row(
    '202 401 401 401 401 202 202 202 202 202',
    ({ owner }) => ({
      path: '/api/users/password/forgot',
      body: { email: owner.email },
    }),
  ),
  'POST /api/users/password/reset': row('400 401 401 401 401 400 400 400 400 400', () => ({
    path: '/api/users/password/reset',
    body: { token: 'nobody’s', password: 'a new tide rises' },
  })),

  // Whoever has an account, about themselves.
  'POST /api/stream/ticket': row('401 401 401 401 401 403 200 200 200 200', '/api/stream/ticket'),
  'GET /api/users/:user_id': row('401 401 401 401 401 200 200 404 200 200', (scene) => ({
    path: of(scene),
  })),
  'GET /api/users/:user_id/preferences': row(
    '401 401 401 401 401 200 200 404 404 200',
    (scene) => ({
      path: of(scene, '/preferences'),
    }),
  ),
  'PUT /api/users/:user_id/preferences': row(
    '401 401 401 401 401 403 200 404 404 200',
    (scene) => ({
      path: of(scene, '/preferences'),
      body: { theme: 'dark' },
    }),
  ),

  // Portfolios. Of another's, administrators' too, nothing is known.
  ...PORTFOLIO_ROWS,
  ...SENTIMENT_ROWS,
  ...ALERTS_ROWS,

  // Whoever has an account, by a session alone.
  'PUT /api/users/:user_id': row('401 401 401 401 401 403 403 404 404 200', (scene) => ({
    path: of(scene),
    body: { username: `${scene.owner.username}-renamed` },
  })),
  'DELETE /api/users/:user_id': row('401 401 401 401 401 403 403 404 404 200', (scene) => ({
    path: of(scene),
    body: { password: scene.owner.password },
  })),
  'PUT /api/users/:user_id/password': row('401 401 401 401 401 403 403 404 404 200', (scene) => ({
    path: of(scene, '/password'),
    body: { current_password: scene.owner.password, password: 'another tide altogether' },
  })),
  'POST /api/users/logout-everywhere': row(
    '401 401 401 401 401 403 403 200 200 200',
    '/api/users/logout-everywhere',
  ),
  'GET /api/users/:user_id/sessions': row('401 401 401 401 401 403 403 404 404 200', (scene) => ({
    path: of(scene, '/sessions'),
  })),
  'DELETE /api/users/:user_id/sessions/:session_id': row(
    '401 401 401 401 401 403 403 404 404 200',
    async (scene) => ({ path: of(scene, `/sessions/${await scene.otherSession()}`) }),
  ),
  'GET /api/users/:user_id/api-keys': row('401 401 401 401 401 403 403 404 404 200', (scene) => ({
    path: of(scene, '/api-keys'),
  })),
  'POST /api/users/:user_id/api-keys': row('401 401 401 401 401 403 403 404 404 201', (scene) => ({
    path: of(scene, '/api-keys'),
    body: { name: 'for the table', scope: 'read' },
  })),
  'DELETE /api/users/:user_id/api-keys/:key_id': row(
    '401 401 401 401 401 403 403 404 404 200',
    (scene) => ({ path: of(scene, `/api-keys/${scene.keyId}`) }),
  ),
  'GET /api/users/:user_id/two-factor': row('401 401 401 401 401 403 403 404 404 200', (scene) => ({
    path: of(scene, '/two-factor'),
  })),
  'POST /api/users/:user_id/two-factor': row(
    '401 401 401 401 401 403 403 404 404 200',
    (scene) => ({
      path: of(scene, '/two-factor'),
      body: { password: scene.owner.password },
    }),
  ),
  'POST /api/users/:user_id/two-factor/confirm': row(
    '401 401 401 401 401 403 403 404 404 409',
    (scene) => ({ path: of(scene, '/two-factor/confirm'), body: { code: '000000' } }),
  ),
  'POST /api/users/:user_id/two-factor/recovery-codes': row(
    '401 401 401 401 401 403 403 404 404 409',
    (scene) => ({
      path: of(scene, '/two-factor/recovery-codes'),
      body: { password: scene.owner.password, code: '000000' },
    }),
  ),
  'DELETE /api/users/:user_id/two-factor': row(
    '401 401 401 401 401 403 403 404 404 409',
    (scene) => ({
      path: of(scene, '/two-factor'),
      body: { password: scene.owner.password, code: '000000' },
    }),
  ),
  'GET /api/users/:user_id/security-events': row(
    '401 401 401 401 401 403 403 404 404 200',
    (scene) => ({ path: of(scene, '/security-events') }),
  ),

  // Administrators.
  'GET /api/admin/users': row('401 401 401 401 401 403 403 403 200 403', '/api/admin/users'),
  'GET /api/admin/users/:user_id': row('401 401 401 401 401 403 403 403 200 403', (scene) => ({
    path: `/api/admin/users/${id(scene)}`,
  })),
  'PATCH /api/admin/users/:user_id': row('401 401 401 401 401 403 403 403 404 403', () => ({
    path: `/api/admin/users/${UNKNOWN_ID}`,
    body: { is_active: false },
  })),
  'GET /api/admin/security-events': row(
    '401 401 401 401 401 403 403 403 200 403',
    '/api/admin/security-events',
  ),
  'DELETE /api/admin/cache/:group': row(
    '401 401 401 401 401 403 403 403 200 403',
    '/api/admin/cache/analytics',
  ),
  'POST /api/admin/signing-keys/rotate': row(
    '401 401 401 401 401 403 403 403 200 403',
    '/api/admin/signing-keys/rotate',
  ),

  // The gateway alone: for everyone else there is no such route.
  'POST /api/market/history': row('404 401 401 401 401 404 404 404 404 404', () => ({
    path: '/api/market/history',
    body: { coins: [{ coin_id: 'bitcoin', from: 1_500_000_000_000 }] },
  })),
  'POST /api/users/internal/credential': row('404 401 401 401 401 404 404 404 404 404', () => ({
    path: '/api/users/internal/credential',
    body: { kind: 'session', session_id: UNKNOWN_ID },
  })),
  // Services alone, likewise.
  'POST /api/users/internal/existing': row('404 401 401 401 401 404 404 404 404 404', () => ({
    path: '/api/users/internal/existing',
    body: { user_ids: [UNKNOWN_ID] },
  })),
};
