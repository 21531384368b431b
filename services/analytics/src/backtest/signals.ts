import type { Bar } from '@tidemark/indicators/bar';
import type { Streaming } from '@tidemark/indicators/streaming';

/** Rules at work. Without an exit rule the exit is the entry's end: the bar at which it is known not to hold. */
export interface Rules {
  readonly entry: Streaming<Bar, boolean>;
  readonly exit: Streaming<Bar, boolean> | null;
}

/** What the rules say at a bar's close. Unknown is neither. */
export interface Signal {
  /** The entry rule's answer was known. */
  readonly known: boolean;
  /** To be bought; never when the exit rule holds too. */
  readonly enter: boolean;
  readonly leave: boolean;
}

/** Asks both rules at a bar, once each. */
export function signalAt({ entry, exit }: Rules, bar: Bar | null): Signal {
  const holds = entry.next(bar);
  const leave = exit === null ? holds === false : exit.next(bar) === true;
  return { known: holds !== null, enter: holds === true && !leave, leave };
}
