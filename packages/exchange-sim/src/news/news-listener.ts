import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@tidemark/clock/clock';
import { hashText, Random } from '../model/random.ts';
import { answerFaultily } from './faulty-answer.ts';
import { atomDocument, type Feed, type FeedItem, rssDocument } from './feed-document.ts';
import { isUnchanged, type Validators } from './conditional.ts';
import { NewsFaults } from './news-faults.ts';
import type { NewsMarket } from './news-market.ts';
import { newestStories, storyOf } from './news-stories.ts';
import { OUTLETS, type Outlet, outletOf } from './outlets.ts';
import { storyPage } from './story-page.ts';
import { ToldNews } from './told-news.ts';

const ITEMS = 40;
const FEED_PATH = /^\/(rss|atom)\/([a-z-]{1,40})\.xml$/;
const STORY_PATH = /^\/stories\/([^/]{1,200})$/;
const TYPES = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
} as const;
type Form = keyof typeof TYPES;

/** Faults that the answer to a HEAD shows too. */
const HEADS: ReadonlySet<string> = new Set(['status', 'redirect']);

/**
 * Simulated news over HTTP: `/rss/<outlet>.xml`, of one outlet also `/atom/<outlet>.xml`, and `/stories/<id>`, the pages that
 * their links lead to. Of a market that is replayed nothing is told but what is put into the feeds by hand.
 */
export class NewsListener {
  readonly told: ToldNews;
  readonly faults: NewsFaults;
  readonly #clock: Clock;
  readonly #market: NewsMarket | undefined;
  readonly #random: Random;
  readonly #server: Server;
  #origin = '';

  constructor(clock: Clock, market: NewsMarket | undefined) {
    this.#clock = clock;
    this.#market = market;
    this.#random = new Random(market?.seed ?? 0, hashText('news faults'), 0);
    this.told = new ToldNews(clock);
    this.faults = new NewsFaults(clock);
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  /** Resolves with the port that it listens on. @throws the socket's error, such as EADDRINUSE */
  async listen(host: string, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    const { port: used } = this.#server.address() as AddressInfo;
    this.#origin = `http://127.0.0.1:${used}`;
    return used;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '/').split('?', 1)[0] as string;
    const readable = request.method === 'GET' || request.method === 'HEAD';
    const [, form, id] = (readable && FEED_PATH.exec(path)) || [];
    const outlet = OUTLETS.find((each) => each.id === id && (form === 'rss' || each.atom));
    if (outlet) {
      this.#answerFeed(request, response, outlet, form as Form);
      return;
    }
    const [, story] = (readable && STORY_PATH.exec(path)) || [];
    const page = story === undefined ? undefined : this.#page(story);
    if (page === undefined) response.writeHead(404, { 'content-type': 'text/plain' });
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? 'Not Found');
  }

  #answerFeed(
    request: IncomingMessage,
    response: ServerResponse,
    outlet: Outlet,
    form: Form,
  ): void {
    const feed = this.#feed(outlet);
    const document = form === 'rss' ? rssDocument(feed) : atomDocument(feed);
    const type = TYPES[form];
    const fault = this.faults.of(outlet.id);
    if (fault && (request.method === 'GET' || HEADS.has(fault.kind))) {
      const parts = { response, document, type, clock: this.#clock, random: this.#random };
      answerFaultily(fault, parts);
      return;
    }
    const validators: Validators = {
      etag: `"${createHash('sha256').update(document).digest('base64url').slice(0, 22)}"`,
      'last-modified': new Date(feed.changed).toUTCString(),
    };
    const headers = { ...validators, 'cache-control': 'max-age=60' };
    if (isUnchanged(request.headers, validators)) {
      response.writeHead(304, headers).end();
      return;
    }
    const length = Buffer.byteLength(document);
    response.writeHead(200, { 'content-type': type, 'content-length': length, ...headers });
    response.end(document);
  }

  /** What was told by hand is at the top, whatever date it bears. */
  #feed(outlet: Outlet): Feed {
    const now = this.#clock.now();
    const told = this.told.of(outlet.id);
    const stories = this.#market ? newestStories(this.#market, outlet.id, now, ITEMS) : [];
    const items: FeedItem[] = [
      ...told.map(({ url, ...item }) => ({ ...item, url: url ?? this.#pageOf(item.id) })),
      ...stories.map((story) => ({
        ...story,
        guid: `urn:simulated-news:${this.#market?.seed}:${story.id}`,
        url: this.#pageOf(story.id),
      })),
    ];
    const changed = Math.max(told[0]?.toldAt ?? 0, stories[0]?.time ?? 0);
    return { outlet, origin: this.#origin, items: items.slice(0, ITEMS), changed };
  }

  #pageOf(id: string): string {
    return `${this.#origin}/stories/${id}`;
  }

  #page(id: string): string | undefined {
    const told = this.told.find(id);
    if (told) return storyPage(told.outlet, told.item);
    const story = this.#market && storyOf(this.#market, id, this.#clock.now());
    return story && storyPage(outletOf(story.outlet), story);
  }
}
