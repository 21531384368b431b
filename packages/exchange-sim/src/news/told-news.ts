import type { Clock } from '@tidemark/clock/clock';
import type { FaultOptions } from '../faults/fault-schemas.ts';
import { OUTLETS, type Outlet, outletOf } from './outlets.ts';
import { OUTLET_IDS, type OutletId } from '../outlet-ids.ts';

/** Items kept an outlet: as many as a feed has. */
const MOST_KEPT = 40;
const MINUTE_MS = 60_000;

/** An item that somebody put into a feed. */
export interface ToldItem {
  /** Of its page; fit for a URL. */
  id: string;
  /** Given, or made of the id. */
  guid: string;
  title: string;
  summary: string;
  /** Given, or undefined: its page here. */
  url: string | undefined;
  /** The date that it bears, epoch ms. */
  time: number;
  /** When it was put there, epoch ms. */
  toldAt: number;
}

/** Items that were put into the feeds by hand; they go with the process. */
export class ToldNews {
  readonly #clock: Clock;
  readonly #items = new Map<OutletId, ToldItem[]>(OUTLET_IDS.map((id) => [id, []]));
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Puts an item at the top of an outlet's feed, the first outlet's by default; the oldest beyond the feed's length go. */
  tell(options: FaultOptions<'tellNews'>): void {
    const { outlet = OUTLET_IDS[0], title, summary = title, url, minutesAgo = 0 } = options;
    const toldAt = this.#clock.now();
    this.#count += 1;
    const id = `told-${toldAt.toString(36)}-${this.#count}`;
    const guid = options.guid ?? `urn:simulated-news:${id}`;
    const time = toldAt - minutesAgo * MINUTE_MS;
    this.#of(outlet).unshift({ id, guid, title, summary, url, time, toldAt });
    this.#of(outlet).splice(MOST_KEPT);
  }

  /** The outlet's items, the last told first. */
  of(outlet: OutletId): readonly ToldItem[] {
    return this.#of(outlet);
  }

  /** The item of an id, and whose it is. */
  find(id: string): { outlet: Outlet; item: ToldItem } | undefined {
    for (const outlet of OUTLETS) {
      const item = this.#of(outlet.id).find((each) => each.id === id);
      if (item) return { outlet, item };
    }
    return undefined;
  }

  #of(outlet: OutletId): ToldItem[] {
    return this.#items.get(outletOf(outlet).id) as ToldItem[];
  }
}
