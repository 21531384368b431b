import { DEPOSIT, madePortfolio, madeTransaction, PORTFOLIO } from './made-portfolio.ts';
import type { Person } from './person.ts';

/** What a row's requests are made of. */
export interface Scene {
  /** Whose things the requests are about; new for each row that may change them. */
  owner: Person;
  /** Signs the owner in once more, beside the session that asks; its id. */
  otherSession(): Promise<string>;
  /** The owner's API key. */
  keyId: string;
}

export interface Row {
  /** Statuses in the order of CREDENTIALS. */
  statuses: readonly number[];
  request(scene: Scene): RowRequest | Promise<RowRequest>;
}

export interface RowRequest {
  path: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/**
 * - `expired`, `forged`, `unsigned`: the owner's token an hour after its end, under another key, and with `alg: none`.
 * - `other`: somebody else with an account.
 * - `owner`: whose things they are. Comes last: it may end what the others ask with.
 * - `revoked`: a token whose session has ended.
 * - `reading key`, `writing key`: the owner's API keys of scope `read` and `read_write`.
 */
export const CREDENTIALS = [
  'none',
  'expired',
  'forged',
  'unsigned',
  'revoked',
  'reading key',
  'writing key',
  'other',
  'admin',
  'owner',
] as const;
export type CredentialKind = (typeof CREDENTIALS)[number];

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

function row(statuses: string, request: Row['request'] | string): Row {
  return {
    statuses: statuses.trim().split(/\s+/).map(Number),
    request: typeof request === 'string' ? () => ({ path: request }) : request,
  };
}

const id = ({ owner }: Scene): string => owner.signedIn.user_id;
const of = (scene: Scene, rest = '') => `/api/users/${id(scene)}${rest}`;

/** A new portfolio of the owner's; its path. */
async function portfolioOf({ owner }: Scene): Promise<string> {
  return `/api/portfolio/${await madePortfolio(owner)}`;
}

/** A new transaction of the owner's; its path. */
async function transactionOf({ owner }: Scene): Promise<string> {
  const portfolioId = await madePortfolio(owner);
  const id = await madeTransaction(owner, portfolioId);
  return `/api/portfolio/${portfolioId}/transactions/${id}`;
}

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
  'POST /api/portfolio': row('401 401 401 401 401 403 201 201 201 201', () => ({
    path: '/api/portfolio',
    body: PORTFOLIO,
  })),
  'GET /api/portfolio': row('401 401 401 401 401 200 200 200 200 200', '/api/portfolio'),
  'GET /api/portfolio/user/:user_id': row('401 401 401 401 401 200 200 404 404 200', (scene) => ({
    path: `/api/portfolio/user/${id(scene)}`,
  })),
  'GET /api/portfolio/:portfolio_id': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: await portfolioOf(scene) }),
  ),
  'PATCH /api/portfolio/:portfolio_id': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({
      path: await portfolioOf(scene),
      ...{ body: { name: 'renamed' }, headers: { 'if-match': '*' } },
    }),
  ),
  'DELETE /api/portfolio/:portfolio_id': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({ path: await portfolioOf(scene) }),
  ),
  'POST /api/portfolio/:portfolio_id/restore': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({ path: `${await portfolioOf(scene)}/restore` }),
  ),
  'GET /api/portfolio/:portfolio_id/transactions': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await portfolioOf(scene)}/transactions` }),
  ),
  'POST /api/portfolio/:portfolio_id/transactions': row(
    '401 401 401 401 401 403 201 404 404 201',
    async (scene) => ({ path: `${await portfolioOf(scene)}/transactions`, body: DEPOSIT }),
  ),
  'GET /api/portfolio/:portfolio_id/transactions/:transaction_id': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: await transactionOf(scene) }),
  ),
  'PUT /api/portfolio/:portfolio_id/transactions/:transaction_id': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({
      path: await transactionOf(scene),
      ...{ body: DEPOSIT, headers: { 'if-match': '*' } },
    }),
  ),
  'DELETE /api/portfolio/:portfolio_id/transactions/:transaction_id': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({ path: await transactionOf(scene), headers: { 'if-match': '*' } }),
  ),
  'GET /api/portfolio/:portfolio_id/balances': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await portfolioOf(scene)}/balances` }),
  ),

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
  'POST /api/users/internal/credential': row('404 401 401 401 401 404 404 404 404 404', () => ({
    path: '/api/users/internal/credential',
    body: { kind: 'session', session_id: UNKNOWN_ID },
  })),
};
