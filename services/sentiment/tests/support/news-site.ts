import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An item as a test tells it. */
export interface ToldItem {
  guid?: string;
  title: string;
  summary?: string;
  url?: string;
  /** Epoch ms; left out: it has no date. */
  at?: number;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A news site on loopback: RSS with ETags at each path that was told of, 404 elsewhere. */
export class NewsSite {
  readonly url: string;
  /** Paths in the order in which they were asked for, those that were answered with 304 marked. */
  readonly asked: string[] = [];
  readonly #server: Server;
  readonly #handlers = new Map<string, Handler>();

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => {
      const path = request.url ?? '/';
      const handler = this.#handlers.get(path);
      this.asked.push(path);
      if (handler) handler(request, response);
      else response.writeHead(404).end();
    });
  }

  static async open(): Promise<NewsSite> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new NewsSite(server);
  }

  /** The feed at a path has these items from here on. */
  tell(path: string, items: readonly ToldItem[]): void {
    const document = rss(items);
    const etag = `"${createHash('sha256').update(document).digest('hex').slice(0, 16)}"`;
    this.answer(path, (request, response) => {
      if (request.headers['if-none-match'] === etag) {
        this.asked.push(`${path} 304`);
        response.writeHead(304).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag });
      response.end(document);
    });
  }

  answer(path: string, handler: Handler): void {
    this.#handlers.set(path, handler);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function rss(items: readonly ToldItem[]): string {
  const told = items.map(
    ({ guid, title, summary, url, at }, i) =>
      `<item><title>${escaped(title)}</title>` +
      `<link>${escaped(url ?? `https://news.example/${encodeURIComponent(guid ?? title)}`)}</link>` +
      `<guid isPermaLink="false">${escaped(guid ?? `${title} ${i}`)}</guid>` +
      (summary === undefined ? '' : `<description>${escaped(summary)}</description>`) +
      (at === undefined ? '' : `<pubDate>${new Date(at).toUTCString()}</pubDate>`) +
      '</item>',
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title><link>https://news.example/</link><description>News</description>${told.join('')}</channel></rss>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
