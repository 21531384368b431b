import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { Clock } from '@tidemark/clock/clock';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isApiRequest } from '@tidemark/http/root/addressed';
import { page, sendPage } from '@tidemark/http/replies/error-page';
import { wantsPage } from '@tidemark/http/replies/wants-page';
import type { WebFile } from './web-files.ts';
import { WebFolder } from './web-folder.ts';

/** Where the web app's build leaves its files. */
export const WEB_FOLDER = fileURLToPath(new URL('../../../../apps/web/out', import.meta.url));

const YEAR_S = 365 * 24 * 3600;

const LOOK_AGAIN_S = 5;

/** Stands in for the web app until it is built, and goes on to it by itself. */
const NOT_BUILT_PAGE = page(
  'Tidemark is running',
  `<p>The web app is not built yet. <code>npm start</code> builds it; so does
    <code>npm run build -w @tidemark/web</code>.</p>
  <p>The API is here: <a href="/api/docs">/api/docs</a>.</p>`,
  LOOK_AGAIN_S,
);

/** Serves the built web app: pages at clean paths, hashed files for a year, the app's own 404 page. */
export async function mountUi(app: FastifyInstance, folder: string, clock: Clock): Promise<void> {
  const web = new WebFolder(folder, clock);
  await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const files = await web.files();
    const file = files?.get(pathOf(request));
    if (file) return sendFile(reply, file);
    if (!wantsPage(request) || isApiRequest(request)) {
      reply.callNotFound();
      return reply;
    }
    const missing = files?.get('/404');
    reply.header('vary', 'Origin, Accept');
    return missing ? sendFile(reply.code(404), missing) : sendPage(reply.code(503), NOT_BUILT_PAGE);
  });
}

function sendFile(reply: FastifyReply, file: WebFile): FastifyReply {
  if (file.policy) reply.header('content-security-policy', file.policy);
  const hashed = file.path.startsWith('_next/static/');
  reply.header('cache-control', hashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
  return reply.sendFile(file.path);
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
