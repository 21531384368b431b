import { fullJitter } from './backoff.ts';
import type { paths } from './generated/http.ts';
import { refusalOf, RequestError } from './request-error.ts';
import { TidemarkStream, type StreamOptions } from './stream.ts';

export { RequestError } from './request-error.ts';
export type { paths, components } from './generated/http.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
/** Paths that take a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];
type Operation<M extends Method, P extends PathOf<M>> =
  paths[P] extends Record<M, infer O> ? O : never;
type Json<T> = T extends { content: { 'application/json': infer B } } ? B : never;
type Success<O> = O extends { responses: infer R } ? Json<R[keyof R & (200 | 201)]> : never;
type Part<O, K extends string> = O extends { parameters: infer X }
  ? K extends keyof X
    ? X[K]
    : never
  : never;
type Given<K extends string, V> = [V] extends [undefined]
  ? unknown
  : undefined extends V
    ? { [N in K]?: V }
    : { [N in K]: V };

/** What a request is made of: `path` and `query` parameters, and the `body`. */
export type RequestOf<M extends Method, P extends PathOf<M>> = Given<
  'path',
  Part<Operation<M, P>, 'path'>
> &
  Given<'query', Part<Operation<M, P>, 'query'>> &
  (Operation<M, P> extends { requestBody: infer B } ? { body: Json<B> } : unknown);
/** What a success says. */
export type DataOf<M extends Method, P extends PathOf<M>> =
  Success<Operation<M, P>> extends { data: infer D } ? D : never;

export interface Answer<D> {
  data: D;
  meta: { timestamp: string; request_id: string; next_cursor?: string | null };
}

export interface ClientOptions {
  /** Where the server is, such as `https://tidemark.example`. */
  url: string;
  /** An API key or an access token, or where to get one for each request. */
  token?: string | (() => string | Promise<string>);
  /** How often a read is tried again that got no answer, or 429 or 503. Default 2. */
  retries?: number;
  fetch?: typeof globalThis.fetch;
  /** Resolves after so many milliseconds. */
  sleep?: (ms: number) => Promise<void>;
}

interface Asked {
  path?: Readonly<Record<string, string>>;
  query?: Readonly<
    Record<string, string | number | boolean | readonly string[] | null | undefined>
  >;
  body?: unknown;
}

/** Longest pause that a server's `Retry-After` is waited for, seconds. */
const PATIENCE_S = 60;

/** Requests and streams of one Tidemark server, typed from its own description. */
export class TidemarkClient {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** @throws RequestError */
  get<P extends PathOf<'get'>>(
    path: P,
    asked: RequestOf<'get', P>,
  ): Promise<Answer<DataOf<'get', P>>> {
    return this.request('get', path, asked);
  }

  /** @throws RequestError */
  async request<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    asked: RequestOf<M, P>,
  ): Promise<Answer<DataOf<M, P>>> {
    const answer = await this.#tryAgain(method, () => this.#send(method, path, asked as Asked));
    return (await answer.json()) as Answer<DataOf<M, P>>;
  }

  /**
   * The pages of a list, one after the other, by `next_cursor`.
   * @throws RequestError
   */
  async *pages<P extends PathOf<'get'>>(
    path: P,
    asked: RequestOf<'get', P>,
  ): AsyncGenerator<DataOf<'get', P>> {
    let cursor: string | null | undefined;
    do {
      const { query, ...rest } = asked as Asked;
      const next = cursor ? { ...rest, query: { ...query, cursor } } : asked;
      const { data, meta } = await this.get(path, next as RequestOf<'get', P>);
      yield data;
      cursor = meta.next_cursor;
    } while (cursor);
  }

  /** A ticket that opens one WebSocket as whoever the token stands for, within 30 s. */
  async ticket(): Promise<string> {
    const answer = await this.#send('post', '/api/stream/ticket', {});
    return ((await answer.json()) as Answer<{ ticket: string }>).data.ticket;
  }

  /** A stream, not connected yet; `as: 'me'` opens it as whoever the token stands for. */
  stream({ as = 'anybody', ...options }: Omit<StreamOptions, 'url'> & { as?: 'anybody' | 'me' }) {
    const mine = as === 'me' ? { ticket: () => this.ticket() } : {};
    return new TidemarkStream({ ...mine, ...options, url: this.#options.url });
  }

  async #tryAgain(method: Method, send: () => Promise<Response>): Promise<Response> {
    const { retries = 2, sleep = pause } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await send();
      } catch (error) {
        const wait = method === 'get' && attempt < retries ? waitFor(error, attempt) : null;
        if (wait === null) throw error;
        await sleep(wait);
      }
    }
  }

  async #send(method: Method, path: string, asked: Asked): Promise<Response> {
    const { url, token, fetch = globalThis.fetch } = this.#options;
    const bearer = typeof token === 'function' ? await token() : token;
    const headers = {
      accept: 'application/json',
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...(asked.body !== undefined && { 'content-type': 'application/json' }),
    };
    const body = asked.body === undefined ? {} : { body: JSON.stringify(asked.body) };
    const init = { method: method.toUpperCase(), headers, ...body };
    const answer = await fetch(addressOf(url, path, asked), init).catch((cause: unknown) => {
      throw new RequestError('The server cannot be reached.', { cause });
    });
    if (answer.ok) return answer;
    throw await refusalOf(answer);
  }
}

/** Milliseconds until another attempt makes sense; null: never. */
function waitFor(error: unknown, attempt: number): number | null {
  if (!(error instanceof RequestError)) return null;
  const { status, retryAfter } = error;
  if (status !== null && status !== 429 && status !== 503) return null;
  if (retryAfter === null) return fullJitter(attempt, Math.random);
  return retryAfter <= PATIENCE_S ? retryAfter * 1000 : null;
}

function addressOf(url: string, path: string, { path: names = {}, query = {} }: Asked): URL {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(names[name] ?? ''),
  );
  const address = new URL(filled, url);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) address.searchParams.set(name, String(value));
  }
  return address;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
