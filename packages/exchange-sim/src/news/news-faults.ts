import type { Clock } from '@tidemark/clock/clock';
import type { FaultOptions } from '../faults/fault-schemas.ts';
import type { OutletId } from '../outlet-ids.ts';

/** What is wrong with an outlet's feeds. */
export type NewsFault =
  | { kind: 'slow' | 'endless' | 'cut' | 'garbage' | 'huge' }
  | { kind: 'status'; status: number }
  | { kind: 'redirect'; location: string };

const DEFAULT_STATUS = 500;

/** One fault an outlet, the last that was set. */
export class NewsFaults {
  readonly #clock: Clock;
  readonly #faults = new Map<OutletId, { fault: NewsFault; until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws TypeError for a redirect without a location */
  set({ outlet, kind, status, location, forMs = Infinity }: FaultOptions<'newsFault'>): void {
    const fault = faultOf(kind, status, location);
    this.#faults.set(outlet, { fault, until: this.#clock.now() + forMs });
  }

  of(outlet: OutletId): NewsFault | undefined {
    const set = this.#faults.get(outlet);
    return set && this.#clock.now() < set.until ? set.fault : undefined;
  }

  clear(): void {
    this.#faults.clear();
  }
}

function faultOf(
  kind: NewsFault['kind'],
  status = DEFAULT_STATUS,
  location: string | undefined,
): NewsFault {
  if (kind === 'status') return { kind, status };
  if (kind !== 'redirect') return { kind };
  if (location === undefined) throw new TypeError('newsFault/location: a redirect needs one');
  return { kind, location };
}
