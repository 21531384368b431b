import type { FastifyReply } from 'fastify';
import { pagePolicy } from './content-policy.ts';

const TITLES = { 404: 'There is no such page', 503: 'Not yet' } as const;

/** Answers with a page of our own that needs no other file; one that says "not now" asks again by itself. */
export function sendErrorPage(reply: FastifyReply, status: 404 | 503, text: string): FastifyReply {
  const again = status === 503 ? Number(reply.getHeader('retry-after')) : null;
  return sendPage(reply, page(TITLES[status], `<p>${escaped(text)}</p>`, again));
}

/** @param html a whole page without scripts */
export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .header('content-security-policy', pagePolicy([]))
    .header('vary', 'Origin, Accept')
    .type('text/html; charset=utf-8')
    .serializer(String)
    .send(html);
}

/**
 * A page with a heading, in the colours of the reader's choice.
 * @param body HTML
 * @param againS the page is asked for again after so many seconds; null: it stays
 */
export function page(heading: string, body: string, againS: number | null): string {
  const refresh = againS === null ? '' : `<meta http-equiv="refresh" content="${againS}" />`;
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  ${refresh}
  <title>${escaped(heading)} · Tidemark</title>
  <style>
    :root { color-scheme: light dark }
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; overflow-wrap: break-word }
    h1 { font-size: 1.5rem; line-height: 1.25 }
    table { border-collapse: collapse; width: 100% }
    td { border-top: 1px solid #8888; padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top }
  </style>
  <h1>${escaped(heading)}</h1>
  ${body}
</html>
`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
