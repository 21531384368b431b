import { row, type Row } from './route-rows.ts';

const EVERYONE = '200 401 401 401 401 200 200 200 200 200';
const ADMINISTRATORS = '401 401 401 401 401 403 403 403 200 403';

/** What sentiment says: to everyone, but to administrators of what they set. */
export const SENTIMENT_ROWS: Readonly<Record<string, Row>> = {
  'GET /api/sentiment/news': row(EVERYONE, '/api/sentiment/news'),
  'GET /api/sentiment/news/:coin_id': row(EVERYONE, '/api/sentiment/news/bitcoin'),
  'GET /api/sentiment/sources': row(EVERYONE, '/api/sentiment/sources'),
  'GET /api/sentiment/compare': row(EVERYONE, '/api/sentiment/compare?coins=bitcoin,ethereum'),
  'GET /api/sentiment/trending': row(EVERYONE, '/api/sentiment/trending'),
  'GET /api/sentiment/:coin_id': row(EVERYONE, '/api/sentiment/bitcoin'),
  'GET /api/sentiment/:coin_id/trend': row(EVERYONE, '/api/sentiment/bitcoin/trend'),
  'GET /api/sentiment/trend/:coin_id': row(EVERYONE, '/api/sentiment/trend/bitcoin'),
  'GET /api/sentiment/:coin_id/lead-lag': row(EVERYONE, '/api/sentiment/bitcoin/lead-lag'),
  // There is no such article.
  'GET /api/sentiment/opinions/:article_id': row(
    '401 401 401 401 401 200 200 200 200 200',
    '/api/sentiment/opinions/2147483647',
  ),
  'PUT /api/sentiment/opinions/:article_id': row('401 401 401 401 401 403 404 404 404 404', () => ({
    path: '/api/sentiment/opinions/2147483647',
    body: { label: 'neutral' },
  })),
  'DELETE /api/sentiment/opinions/:article_id': row(
    '401 401 401 401 401 403 200 200 200 200',
    '/api/sentiment/opinions/2147483647',
  ),
  'POST /api/sentiment/sources': row('401 401 401 401 401 403 403 403 400 403', () => ({
    path: '/api/sentiment/sources',
    body: { name: 'This machine', url: 'http://127.0.0.1/feed' },
  })),
  'PATCH /api/sentiment/sources/:source_id': row('401 401 401 401 401 403 403 403 404 403', () => ({
    path: '/api/sentiment/sources/no-such-source',
    body: { weight: 1 },
  })),
  'GET /api/sentiment/rescoring': row(ADMINISTRATORS, '/api/sentiment/rescoring'),
  'POST /api/sentiment/rescoring': row(
    '401 401 401 401 401 403 403 403 202 403',
    '/api/sentiment/rescoring',
  ),
};
