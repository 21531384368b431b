import type { Grant } from './grant.ts';
import type { Ending } from './session-slice.ts';

/** What the tabs of one browser tell each other. */
export type TabMessage =
  /** here is a new access token */
  | { type: 'granted'; grant: Grant }
  /** who has a good access token? */
  | { type: 'wanted' }
  | { type: 'ended'; ending: Ending };

/** The line between the tabs; whoever posts does not hear it. */
export interface TabChannel {
  post(message: TabMessage): void;
  listen(listener: (message: TabMessage) => void): void;
  close(): void;
}

const NAME = 'tidemark:session';
const TYPES: readonly unknown[] = ['granted', 'wanted', 'ended'] satisfies TabMessage['type'][];

/** A tab may run an older build than another: what is not known is not heard. */
function isMessage(data: unknown): data is TabMessage {
  return typeof data === 'object' && data !== null && 'type' in data && TYPES.includes(data.type);
}

/** The line between the tabs of this browser that show this origin. */
export function openTabChannel(): TabChannel {
  const channel = new BroadcastChannel(NAME);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      channel.onmessage = (event: MessageEvent<unknown>) => {
        if (isMessage(event.data)) listener(event.data);
      };
    },
    close: () => channel.close(),
  };
}

/** Runs tasks one at a time. */
export type OneAtATime = <T>(task: () => Promise<T>) => Promise<T>;

const LOCK = 'tidemark:session';

/**
 * One at a time over all tabs of this origin. Where the browser has no locks, which is on pages that came over plain
 * http from another host, no session is kept either, and tasks just run.
 */
export const oneOfAllTabs: OneAtATime = async (task) => {
  const locks = (navigator as Partial<Navigator>).locks;
  return locks === undefined ? task() : await locks.request(LOCK, task);
};
