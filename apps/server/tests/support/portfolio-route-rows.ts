import {
  CSV,
  DEPOSIT,
  madeFile,
  madeImport,
  madePortfolio,
  madeTransaction,
  madeWatchlist,
  PORTFOLIO,
} from './made-portfolio.ts';
import type { Person } from './person.ts';
import { row, type Row, type Scene } from './route-rows.ts';

/** A new portfolio of the owner's; its path. */
async function portfolioOf({ owner }: Scene): Promise<string> {
  return `/api/portfolio/${await madePortfolio(owner)}`;
}

/** What is read of a portfolio of the owner's. */
function valued(what: string): Row {
  return row('401 401 401 401 401 200 200 404 404 200', async (scene) => ({
    path: `${await onePortfolioOf(scene)}/${what}`,
  }));
}

/** A new transaction of the owner's; its path. */
async function transactionOf({ owner }: Pick<Scene, 'owner'>): Promise<string> {
  const portfolioId = await madePortfolio(owner);
  const id = await madeTransaction(owner, portfolioId);
  return `/api/portfolio/${portfolioId}/transactions/${id}`;
}

/** Makes something once for each owner, for rows that leave it as it is: an account has few of it, and some of it takes a second. */
function onceFor(make: (owner: Person) => Promise<string>): (scene: Scene) => Promise<string> {
  const made = new WeakMap<Person, Promise<string>>();
  return ({ owner }) => {
    const one = made.get(owner) ?? make(owner);
    made.set(owner, one);
    return one;
  };
}

/** A portfolio of the owner's; its path. */
const onePortfolioOf = onceFor(async (owner) => `/api/portfolio/${await madePortfolio(owner)}`);
const oneTransactionOf = onceFor((owner) => transactionOf({ owner }));
/** A file of the owner's, which cannot be read; its path. */
const oneFileOf = onceFor(async (owner) => {
  const portfolioId = await madePortfolio(owner);
  return `/api/portfolio/${portfolioId}/files/${await madeFile(owner, portfolioId, 'nothing')}`;
});
/** An import of the owner's; its path. */
const oneImportOf = onceFor(async (owner) => {
  const portfolioId = await madePortfolio(owner);
  return `/api/portfolio/${portfolioId}/imports/${await madeImport(owner, portfolioId)}`;
});

/** A new watchlist of the owner's; its path. */
async function watchlistOf({ owner }: Scene, rest = ''): Promise<string> {
  return `/api/watchlist/${await madeWatchlist(owner)}${rest}`;
}

/** The routes of portfolios; see `ROUTE_TABLE`. */
export const PORTFOLIO_ROWS: Readonly<Record<string, Row>> = {
  'POST /api/portfolio': row('401 401 401 401 401 403 201 201 201 201', () => ({
    path: '/api/portfolio',
    body: PORTFOLIO,
  })),
  'GET /api/portfolio': row('401 401 401 401 401 200 200 200 200 200', '/api/portfolio'),
  'GET /api/portfolio/user/:user_id': row('401 401 401 401 401 200 200 404 404 200', (scene) => ({
    path: `/api/portfolio/user/${scene.owner.signedIn.user_id}`,
  })),
  'GET /api/portfolio/:portfolio_id': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: await onePortfolioOf(scene) }),
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
    async (scene) => ({ path: `${await onePortfolioOf(scene)}/transactions` }),
  ),
  'POST /api/portfolio/:portfolio_id/transactions': row(
    '401 401 401 401 401 403 201 404 404 201',
    async (scene) => ({ path: `${await onePortfolioOf(scene)}/transactions`, body: DEPOSIT }),
  ),
  'GET /api/portfolio/:portfolio_id/transactions/:transaction_id': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: await oneTransactionOf(scene) }),
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
    async (scene) => ({ path: `${await onePortfolioOf(scene)}/balances` }),
  ),
  'POST /api/portfolio/:portfolio_id/files': row(
    '401 401 401 401 401 403 202 404 404 202',
    async (scene) => ({
      path: `${await onePortfolioOf(scene)}/files?name=a`,
      ...{ body: 'a,b,c', headers: { 'content-type': CSV } },
    }),
  ),
  'GET /api/portfolio/:portfolio_id/files': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await onePortfolioOf(scene)}/files` }),
  ),
  'GET /api/portfolio/:portfolio_id/files/:file_id': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: await oneFileOf(scene) }),
  ),
  'PATCH /api/portfolio/:portfolio_id/files/:file_id': row(
    '401 401 401 401 401 403 202 404 404 202',
    async (scene) => ({ path: await oneFileOf(scene), body: { time_zone: 'UTC' } }),
  ),
  // It goes with the first that may.
  'DELETE /api/portfolio/:portfolio_id/files/:file_id': row(
    '401 401 401 401 401 403 200 404 404 404',
    async (scene) => ({ path: await oneFileOf(scene) }),
  ),
  'POST /api/portfolio/:portfolio_id/imports': row(
    '401 401 401 401 401 403 409 404 404 409',
    async (scene) => {
      const [portfolio, file] = (await oneFileOf(scene)).split('/files/');
      return { path: `${portfolio}/imports`, body: { file_ids: [file] } };
    },
  ),
  'GET /api/portfolio/:portfolio_id/imports': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await onePortfolioOf(scene)}/imports` }),
  ),
  'GET /api/portfolio/:portfolio_id/imports/:import_id': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: await oneImportOf(scene) }),
  ),
  'DELETE /api/portfolio/:portfolio_id/imports/:import_id': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({ path: await oneImportOf(scene) }),
  ),
  'GET /api/portfolio/:portfolio_id/mappings': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await onePortfolioOf(scene)}/mappings` }),
  ),
  // None is kept.
  'DELETE /api/portfolio/:portfolio_id/mappings/:name': row(
    '401 401 401 401 401 403 404 404 404 404',
    async (scene) => ({ path: `${await onePortfolioOf(scene)}/mappings/Bank` }),
  ),
  'GET /api/portfolio/:portfolio_id/transactions.csv': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await onePortfolioOf(scene)}/transactions.csv` }),
  ),
  'POST /api/portfolio/:portfolio_id/assets': row(
    '401 401 401 401 401 403 201 404 404 201',
    async (scene) => ({
      path: `${await portfolioOf(scene)}/assets`,
      body: { asset: 'BTC', quantity: '1' },
    }),
  ),
  'GET /api/portfolio/:portfolio_id/assets': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await portfolioOf(scene)}/assets` }),
  ),
  'PUT /api/portfolio/:portfolio_id/assets/:asset': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({
      path: `${await portfolioOf(scene)}/assets/BTC`,
      body: { quantity: '2' },
    }),
  ),
  // The portfolio is empty.
  'DELETE /api/portfolio/:portfolio_id/assets/:asset': row(
    '401 401 401 401 401 403 404 404 404 404',
    async (scene) => ({ path: `${await portfolioOf(scene)}/assets/BTC` }),
  ),

  // Watchlists, likewise.
  'POST /api/watchlist': row('401 401 401 401 401 403 201 201 201 201', () => ({
    path: '/api/watchlist',
    body: { name: 'To buy' },
  })),
  'GET /api/watchlist': row('401 401 401 401 401 200 200 200 200 200', '/api/watchlist'),
  'GET /api/watchlist/:watchlist_id': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: await watchlistOf(scene) }),
  ),
  'PATCH /api/watchlist/:watchlist_id': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({
      path: await watchlistOf(scene),
      ...{ body: { name: 'renamed' }, headers: { 'if-match': '*' } },
    }),
  ),
  'DELETE /api/watchlist/:watchlist_id': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({ path: await watchlistOf(scene) }),
  ),
  'PUT /api/watchlist/:watchlist_id/coins/:coin_id': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({ path: await watchlistOf(scene, '/coins/bitcoin') }),
  ),
  'DELETE /api/watchlist/:watchlist_id/coins/:coin_id': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({ path: await watchlistOf(scene, '/coins/bitcoin') }),
  ),

  // What is computed.
  'GET /api/portfolio/:portfolio_id/performance': valued('performance'),
  'GET /api/portfolio/:portfolio_id/positions.csv': valued('positions.csv'),
  'GET /api/portfolio/:portfolio_id/gains': valued('gains'),
  'GET /api/portfolio/:portfolio_id/disposals': valued('disposals'),
  'GET /api/portfolio/:portfolio_id/disposals.csv': valued('disposals.csv'),
  'GET /api/portfolio/:portfolio_id/lots': valued('lots'),
  'GET /api/portfolio/:portfolio_id/how/:figure': valued('how/value'),
  // There is no disposal of this number, whoever asks.
  'GET /api/portfolio/:portfolio_id/disposals/:n/how': row(
    '401 401 401 401 401 404 404 404 404 404',
    async (scene) => ({ path: `${await portfolioOf(scene)}/disposals/0/how` }),
  ),
  'GET /api/portfolio/:portfolio_id/asset-settings': valued('asset-settings'),
  'PUT /api/portfolio/:portfolio_id/asset-settings/:asset': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({
      path: `${await portfolioOf(scene)}/asset-settings/XYZ`,
      body: { coin_id: null, is_mapped: false, prices: [] },
    }),
  ),
  'GET /api/portfolio/:portfolio_id/report.pdf': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await onePortfolioOf(scene)}/report.pdf?year=2025` }),
  ),
  'GET /api/portfolio/:portfolio_id/history': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await portfolioOf(scene)}/history` }),
  ),
  'GET /api/portfolio/:portfolio_id/history.csv': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await portfolioOf(scene)}/history.csv` }),
  ),
  'GET /api/portfolio/:portfolio_id/risk': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await portfolioOf(scene)}/risk` }),
  ),
  'GET /api/portfolio/:portfolio_id/contributions': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await portfolioOf(scene)}/contributions` }),
  ),
  'GET /api/portfolio/:portfolio_id/targets': row(
    '401 401 401 401 401 200 200 404 404 200',
    async (scene) => ({ path: `${await portfolioOf(scene)}/targets` }),
  ),
  'PUT /api/portfolio/:portfolio_id/targets': row(
    '401 401 401 401 401 403 200 404 404 200',
    async (scene) => ({
      path: `${await portfolioOf(scene)}/targets`,
      ...{ body: { targets: [] }, headers: { 'if-match': '*' } },
    }),
  ),
};
