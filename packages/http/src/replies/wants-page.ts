import type { FastifyRequest } from 'fastify';

/** Below `/api/` there are data, and one page: the reader of the description. */
const DATA = /^\/api\/(?!docs(\/|\?|$))/;

/** Whether a person opens a page, as against a script that asks for data. */
export function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || DATA.test(url)) return false;
  const accept = headers.accept?.toLowerCase() ?? '';
  const html = weightOf(accept, 'text/html');
  return html > 0 && html >= weightOf(accept, 'application/json');
}

/** How much a type is wanted (RFC 9110, 12.5.1), 0 to 1; ranges such as any type want nothing in particular. */
function weightOf(accept: string, type: string): number {
  for (const range of accept.split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim());
    if (name !== type) continue;
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return weight === undefined ? 1 : Number(weight.slice(2)) || 0;
  }
  return 0;
}
