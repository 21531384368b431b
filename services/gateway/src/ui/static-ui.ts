import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { Clock } from '@tidemark/clock/clock';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy } from '../root/content-policy.ts';
import { NOT_BUILT_PAGE } from './not-built-page.ts';
import type { WebFile } from './web-files.ts';
import { WebFolder } from './web-folder.ts';

/** Where the web app's build leaves its files. */
export const WEB_FOLDER = fileURLToPath(new URL('../../../../apps/web/out', import.meta.url));

const HOME = '/dashboard';
const YEAR_S = 365 * 24 * 3600;

/** Serves the built web app: pages at clean paths, hashed files for a year, the app's own 404 page. */
export async function mountUi(app: FastifyInstance, folder: string, clock: Clock): Promise<void> {
  const web = new WebFolder(folder, clock);
  await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect(HOME, 302));
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const files = await web.files();
    const file = files?.get(pathOf(request));
    if (file) return sendFile(reply, file);
    if (!wantsPage(request)) {
      reply.callNotFound();
      return reply;
    }
    const missing = files?.get('/404');
    return missing ? sendFile(reply.code(404), missing) : sendNotBuilt(reply);
  });
}

function sendFile(reply: FastifyReply, file: WebFile): FastifyReply {
  if (file.policy) reply.header('content-security-policy', file.policy);
  const hashed = file.path.startsWith('_next/static/');
  reply.header('cache-control', hashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
  return reply.sendFile(file.path);
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .header('content-security-policy', pagePolicy([]))
    .type('text/html; charset=utf-8')
    .send(NOT_BUILT_PAGE);
}

function pathOf(request: FastifyRequest): string {
  const path = request.url.split('?', 1)[0] ?? '/';
  const plain = path.length > 1 ? path.replace(/\/+$/, '') : path;
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** A browser that opens a page, as against a script that asks for data. */
function wantsPage(request: FastifyRequest): boolean {
  const accepts = request.headers.accept ?? '';
  return accepts.includes('text/html') && !request.url.startsWith('/api/');
}
