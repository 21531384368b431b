import type { Watchlist, WatchlistChange } from '@tidemark/contracts/watchlist';
import { withCoin, withoutCoin } from './watched.ts';

/** One request as the service heard it. */
export interface Heard {
  method: string;
  path: string;
  ifMatch: string | null;
  body: unknown;
}

/** The service's routes in memory, for tests. */
export class FakeWatchlists {
  readonly heard: Heard[] = [];
  lists: Watchlist[] = [];
  /** Refuses the next change with this status. */
  refuseWith: number | null = null;
  #made = 0;
  #held: Promise<void> = Promise.resolve();

  /** Holds the answers to changes back until what it gives is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#held = promise;
    return () => resolve(undefined);
  }

  /** For `answerWith`. */
  readonly answer = async (request: Request): Promise<Response> => {
    const body: unknown = await request.json().catch(() => undefined);
    const { pathname: path } = new URL(request.url);
    const { method } = request;
    this.heard.push({ method, path, ifMatch: request.headers.get('if-match'), body });
    if (method !== 'GET') await this.#held;
    if (method !== 'GET' && this.refuseWith !== null) {
      const status = this.refuseWith;
      this.refuseWith = null;
      const error = { code: 'INTERNAL_ERROR', message: 'The tide is out.' };
      return Response.json({ success: false, error, meta: {} }, { status });
    }
    return Response.json({ success: true, data: this.#answer(method, path, body), meta: {} });
  };

  #answer(method: string, path: string, body: unknown): unknown {
    const [, , , id, , coinId = ''] = path.split('/');
    if (id === undefined) return method === 'GET' ? this.lists : this.#make(body);
    const change = {
      PATCH: (list: Watchlist) => changed(list, body as WatchlistChange),
      PUT: (list: Watchlist) => withCoin(list, coinId, (body as { note?: string }).note),
      DELETE: (list: Watchlist) => withoutCoin(list, coinId),
    }[method];
    this.lists = this.lists.map((list) =>
      list.watchlist_id === id && change ? { ...change(list), version: list.version + 1 } : list,
    );
    return this.lists.find((list) => list.watchlist_id === id);
  }

  #make(body: unknown): Watchlist {
    const { name, coins = [] } = body as { name: string; coins?: string[] };
    this.#made += 1;
    const list = {
      ...{ watchlist_id: `list-${this.#made}`, name, position: this.lists.length, version: 1 },
      coins: coins.map((coin_id) => ({ coin_id, note: null })),
    };
    this.lists = [...this.lists, list];
    return list;
  }
}

function changed(list: Watchlist, { name, coins }: WatchlistChange): Watchlist {
  const notes = new Map(list.coins.map(({ coin_id, note }) => [coin_id, note]));
  return {
    ...list,
    name: name ?? list.name,
    coins:
      coins?.map(({ coin_id, note }) => ({ coin_id, note: note ?? notes.get(coin_id) ?? null })) ??
      list.coins,
  };
}
