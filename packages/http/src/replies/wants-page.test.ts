import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { wantsPage } from './wants-page.ts';

const asked = (accept: string | undefined, url = '/somewhere', method = 'GET') =>
  wantsPage({ method, url, headers: { accept } } as FastifyRequest);

test.each([
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
  ['TEXT/HTML', true],
  ['application/json;q=0.5, text/html', true],
  ['text/html;q=0.5, application/json', false],
  ['text/html;q=0', false],
  ['application/json', false],
  ['*/*', false],
  ['', false],
  [undefined, false],
])('Accept: %s wants a page: %s', (accept, wants) => {
  expect(asked(accept)).toBe(wants);
});

test.each([
  ['/api/market/prices', 'GET', false],
  ['/api/docs', 'GET', true],
  ['/api/docs/', 'HEAD', true],
  ['/api/docsier', 'GET', false],
  ['/dashboard', 'POST', false],
])('%s by %s: %s', (url, method, wants) => {
  expect(asked('text/html', url, method)).toBe(wants);
});
